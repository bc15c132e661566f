package vn.dondoc.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Docket;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.EntryBook;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Terms;
import vn.dondoc.rules.RuleBook;

/**
 * Which duties of the plan each unit of the country owes: chosen by chance, until unit × duty × period is as many as asked
 * for. Principles are left out, for they would leave a finding each.
 */
final class Assignment {
    private final Country country;
    private final Map<String, Integer> periods;
    private final List<Duty> pool;
    private final Map<String, Requirement> requirements;

    private Assignment(
            Country country, List<Duty> pool, Map<String, Integer> periods, Map<String, Requirement> requirements) {
        this.country = country;
        this.pool = List.copyOf(pool);
        this.periods = periods;
        this.requirements = requirements;
    }

    static Assignment of(Country country, RuleBook book, WorkingCalendar calendar, LocalDate day) {
        Agency any = country.unitsOf(0).get(0);
        Docket docket = new Docket(book.plan(), new Registry(List.of(any)), calendar);
        List<Duty> pool = new ArrayList<>();
        Map<String, Integer> periods = new LinkedHashMap<>();
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        for (Duty duty : book.plan().allDuties()) {
            Terms alone = new Terms(Map.of(any.id(), List.of(duty)), Map.of());
            int count = docket.on(day, alone, new EntryBook(List.of())).size();
            boolean judged = !duty.isTarget() || book.requirementOf(duty).isPresent();
            if (count > 0 && duty.kind() != Kind.PRINCIPLE && judged) {
                pool.add(duty);
                periods.put(duty.id(), count);
                book.requirementOf(duty).ifPresent(requirement -> requirements.put(duty.id(), requirement));
            }
        }
        return new Assignment(country, pool, periods, requirements);
    }

    /** So much a unit owes that owes every duty. */
    int most() {
        return periods.values().stream().mapToInt(Integer::intValue).sum();
    }

    Terms termsOf(List<Agency> units) {
        Map<String, List<Duty>> owed = new LinkedHashMap<>();
        units.forEach(unit -> owed.put(unit.id(), dutiesOf(unit)));
        return new Terms(owed, requirements);
    }

    private List<Duty> dutiesOf(Agency unit) {
        List<Duty> owed = new ArrayList<>();
        int left = country.dutiesOf(unit);
        for (Duty duty : shuffled(country.chanceOf(unit))) {
            int count = periods.getOrDefault(duty.id(), 0);
            if (count <= left) {
                owed.add(duty);
                left -= count;
            }
        }
        owed.sort(Comparator.comparing(Duty::id));
        return owed;
    }

    private List<Duty> shuffled(SplittableRandom chance) {
        List<Duty> mixed = new ArrayList<>(pool);
        for (int last = mixed.size() - 1; last > 0; last--) {
            java.util.Collections.swap(mixed, last, chance.nextInt(last + 1));
        }
        return mixed;
    }
}
