package vn.dondoc.rules;

import java.nio.file.Path;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;

/**
 * The administrators' folder. What it holds is an edit until it is checked and put in force.
 *
 * @param folder {@code rules/} with {@code vietnamese.dsl}
 * @param plan the folder of the plan within it
 */
public record RuleFolder(Path folder, String plan) {

    /**
     * Its files as they are now.
     *
     * @throws FaultyFileException when a file is missing or cannot be read
     */
    public RuleFiles files() {
        Problems problems = new Problems();
        RuleFiles files = RuleFiles.in(folder, plan, problems);
        problems.refuseIfAny();
        return files;
    }
}
