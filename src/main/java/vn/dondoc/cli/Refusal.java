package vn.dondoc.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.reading.Problem;

/** Answers what was entered and could not be taken. */
final class Refusal {
    private Refusal() {}

    static int print(CommandSpec spec, List<Problem> problems) {
        problems.forEach(problem -> spec.commandLine().getErr().println(problem));
        spec.commandLine().getErr().println("Không ghi: " + problems.size() + " lỗi.");
        return ExitCode.FOUND_SOMETHING;
    }
}
