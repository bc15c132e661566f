package vn.dondoc.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A file of the administrators cannot be used; carries every {@link Problem} found in it. */
public final class FaultyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public FaultyFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
