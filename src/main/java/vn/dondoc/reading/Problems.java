package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;

/** Collects every mistake of a reading, so that the writer gets them all at once and not one a try. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String place, String message, String hint) {
        found.add(new Problem(place, message, hint));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /** Every problem in the order in which it was found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /**
     * Lets a faultless reading pass.
     *
     * @throws FaultyFileException holding all mistakes, when there is one at least
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new FaultyFileException(list());
        }
    }
}
