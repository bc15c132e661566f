package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the sentences about each target stand. */
final class SentencePlaces {
    private static final String ANYWHERE = "targets.dslr";

    private final Map<String, List<Spoken>> targets = new LinkedHashMap<>();
    private final Map<String, String> first = new HashMap<>();

    /** A sentence and the line on which it stands. */
    private record Spoken(String place, String sentence) {}

    void add(String target, String place, String sentence) {
        first.putIfAbsent(target, place);
        targets.computeIfAbsent(target, any -> new ArrayList<>()).add(new Spoken(place, sentence));
    }

    boolean has(String target) {
        return first.containsKey(target);
    }

    /** The line that names the target. */
    String of(String target) {
        return first.getOrDefault(target, ANYWHERE);
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
