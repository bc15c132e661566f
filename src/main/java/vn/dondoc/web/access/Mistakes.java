package vn.dondoc.web.access;

import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.reading.Problem;

/** The mistakes of a form, each to be shown at its field. */
public record Mistakes(List<Problem> problems) {
    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes {
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** What is wrong at a field; empty when nothing is. */
    public String at(String place) {
        return problems.stream()
                .filter(problem -> problem.place().equals(place))
                .map(problem -> problem.message() + (problem.hint().isEmpty() ? "" : ": " + problem.hint()))
                .collect(Collectors.joining("; "));
    }
}
