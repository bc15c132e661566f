package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.reading.Problem;
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
        List<Problem> problems = settings.ruleReader().check(in(settings, folder));
        PrintWriter out = out();
        if (format == Format.json) {
            out.println(Answers.json(Map.of(
                    "problems", problems.stream().map(SubmitCommand::answer).toList())));
        } else {
            problems.forEach(out::println);
            out.println(problems.isEmpty() ? "Không có lỗi." : problems.size() + " lỗi.");
        }
        return problems.isEmpty() ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    /** The plan in the home, or in the folder asked for. */
    RuleFolder in(Settings settings, @Nullable Path folder) {
        return folder == null ? settings.rules() : settings.rulesIn(folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
