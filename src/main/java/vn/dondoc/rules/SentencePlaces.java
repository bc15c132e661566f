package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the sentences about each target stand. */
final class SentencePlaces {
    private static final String ANYWHERE = "targets.dslr";

    private final Map<String, List<Spoken>> targets = new LinkedHashMap<>();

    /** A sentence and the line on which it stands. */
    private record Spoken(String place, String sentence) {}

    void add(String target, String place, String sentence) {
        targets.computeIfAbsent(target, any -> new ArrayList<>()).add(new Spoken(place, sentence));
    }

    /** The line that names the target, which comes before all that is said of it. */
    String of(String target) {
        List<Spoken> spoken = targets.getOrDefault(target, List.of());
        return spoken.isEmpty() ? ANYWHERE : spoken.get(0).place();
    }

    /** The line among those about the target that holds some words; the one that names it when none does. */
    String of(String target, String words) {
        return targets.getOrDefault(target, List.of()).stream()
                .filter(each -> each.sentence().contains(words))
                .map(Spoken::place)
                .findFirst()
                .orElseGet(() -> of(target));
    }
}
