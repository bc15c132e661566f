package vn.dondoc.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rules of a plan say for the units of a day: who owes which duty, and what each target asks for.
 *
 * @param owed the duties of each unit, by unit id, in the order of the table
 * @param requirements what each target asks for, by duty id
 */
public record Terms(Map<String, List<Duty>> owed, Map<String, Requirement> requirements) {

    public Terms {
        owed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(owed));
        requirements = Map.copyOf(requirements);
    }

    public List<Duty> dutiesOf(String agency) {
        return owed.getOrDefault(agency, List.of());
    }

    /** The same for some duties only. */
    public Terms about(Predicate<Duty> concerned) {
        Map<String, List<Duty>> fewer = new LinkedHashMap<>();
        owed.forEach((agency, duties) ->
                fewer.put(agency, duties.stream().filter(concerned).toList()));
        return new Terms(fewer, requirements);
    }

    public Optional<Requirement> requirementOf(Duty duty) {
        return Optional.ofNullable(requirements.get(duty.id()));
    }
}
