package vn.dondoc.flow;

import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.Problem;

/**
 * What became of something that a person entered: it is stored, or it is refused and nothing is.
 *
 * @param stored as it was stored; empty when it was refused
 * @param refused every reason at once, for the person to read
 */
public record Entered<T>(Optional<T> stored, List<Problem> refused) {

    public Entered {
        refused = List.copyOf(refused);
    }

    public static <T> Entered<T> stored(T stored) {
        return new Entered<>(Optional.of(stored), List.of());
    }

    public static <T> Entered<T> refused(List<Problem> reasons) {
        return new Entered<>(Optional.empty(), reasons);
    }
}
