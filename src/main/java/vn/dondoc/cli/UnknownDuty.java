package vn.dondoc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.reading.Nearest;
import vn.dondoc.rules.RuleBook;

/** Answers a duty that the rules do not know. */
final class UnknownDuty {
    private UnknownDuty() {}

    static void refuse(CommandSpec spec, RuleBook rules, @Nullable String duty) {
        if (duty != null && rules.duty(duty).isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Không có nhiệm vụ “" + duty + "”; " + Nearest.hint(duty, rules.dutyIds()));
        }
    }
}
