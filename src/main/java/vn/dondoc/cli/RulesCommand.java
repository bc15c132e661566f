package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.rules.CheckedRules;
import vn.dondoc.rules.RuleFolder;

/** {@code dondoc rules …}: the administrators' tools. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Quy tắc: kiểm tra, thử, xem trước, công bố, xem lại.",
        subcommands = {
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesPublishCommand.class,
            RulesHistoryCommand.class,
            RulesDiffCommand.class,
            RulesRollbackCommand.class,
            RulesPreviewCommand.class
        })
final class RulesCommand implements Runnable {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh. Xem: dondoc rules --help");
    }

    DondocCommand dondoc() {
        return dondoc;
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Tìm mọi lỗi trong thư mục quy tắc.")
    int check(
            @Option(names = "--rules") @Nullable Path folder,
            @Option(names = "--format", defaultValue = "table") Format format) {
        Settings settings = dondoc.settings();
        CheckedRules checked = settings.ruleReader().checkWithWarnings(in(settings, folder));
        if (format == Format.json) {
            out().println(Answers.json(StableAnswers.checked(checked)));
        } else {
            print(checked);
        }
        return checked.problems().isEmpty() ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private void print(CheckedRules checked) {
        PrintWriter out = out();
        checked.problems().forEach(out::println);
        checked.warnings().forEach(warning -> out.println("Lưu ý: " + warning));
        String problems = checked.problems().isEmpty()
                ? "Không có lỗi"
                : checked.problems().size() + " lỗi";
        out.println(
                checked.warnings().isEmpty()
                        ? problems + "."
                        : problems + ", " + checked.warnings().size() + " điều cần lưu ý.");
    }

    /** The plan in the home, or in the folder asked for. */
    RuleFolder in(Settings settings, @Nullable Path folder) {
        return folder == null ? settings.rules() : settings.rulesIn(folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
