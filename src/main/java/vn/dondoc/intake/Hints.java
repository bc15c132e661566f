package vn.dondoc.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Nearest;

/**
 * What to write instead of an unknown id. Searching for the nearest one costs a comparison with every id, so it is done
 * once for each word, and no more once a file has shown that it is wrong throughout.
 */
final class Hints {
    private static final int MOST_SEARCHES = 500;

    private final Registry registry;
    private final Collection<String> duties;
    private final Map<String, String> ofUnits = new HashMap<>();
    private final Map<String, String> ofDuties = new HashMap<>();

    Hints(PlanInForce plan) {
        registry = plan.registry();
        duties = plan.duties().dutyIds();
    }

    /** For a unit: by its name, if it is one, else by its nearest id. */
    String unit(String written) {
        return search(ofUnits, written, "xem mã trong danh sách đơn vị", word -> {
            Set<String> named = registry.idsNamed(word);
            return named.isEmpty()
                    ? Nearest.hint(word, registry.ids())
                    : "ghi mã: "
                            + named.stream()
                                    .sorted()
                                    .map(Quote::of)
                                    .reduce((a, b) -> a + " hoặc " + b)
                                    .orElseThrow();
        });
    }

    String duty(String written) {
        return search(
                ofDuties,
                written,
                "xem mã trong danh sách nhiệm vụ (dondoc duties)",
                word -> Nearest.hint(word, duties));
    }

    private static String search(
            Map<String, String> found, String written, String otherwise, Function<String, String> search) {
        String word = Quote.shortened(written);
        if (found.size() >= MOST_SEARCHES) {
            return found.getOrDefault(word, otherwise);
        }
        return found.computeIfAbsent(word, search);
    }
}
