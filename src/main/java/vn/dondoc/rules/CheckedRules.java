package vn.dondoc.rules;

import java.util.List;
import vn.dondoc.reading.Problem;

/**
 * What a check of rule files found.
 *
 * @param problems mistakes; while there is one, the files cannot be put in force
 * @param warnings what should be looked at and stands against nothing
 */
public record CheckedRules(List<Problem> problems, List<Problem> warnings) {
    public CheckedRules {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
