package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.Settings;
import vn.dondoc.rehearsal.PreviewWords;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleDiff;
import vn.dondoc.rules.RuleDiff.Change;

/** {@code dondoc rules diff}: what differs between two versions, in duties and dates. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Khác nhau giữa hai phiên bản quy tắc: nhiệm vụ, hạn, chỉ tiêu, bậc nhắc.",
            "Không ghi gì: bản đang áp dụng so với thư mục rules. Ghi một: bản ấy so với thư mục rules."
        })
final class RulesDiffCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "A", description = "Phiên bản trước (rules history).")
    private @Nullable String before;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "Phiên bản sau.")
    private @Nullable String after;

    @Option(names = "--rules", paramLabel = "DIR", description = "So với thư mục này thay cho thư mục rules.")
    private @Nullable Path folder;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() {
        Dondoc open = rules.dondoc().open();
        Settings settings = open.settings();
        RuleDiff diff = RuleDiff.between(
                before == null ? open.rules().current() : published(open, before),
                after == null
                        ? settings.ruleReader().load(folder == null ? settings.rules() : settings.rulesIn(folder))
                        : published(open, after),
                settings.calendar(),
                rules.dondoc().today().getYear());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(Answers.json(Map.of(
                    "changes",
                    diff.changes().stream().map(RulesDiffCommand::answer).toList())));
        } else {
            diff.changes().forEach(change -> print(change, out));
            out.println(
                    diff.changes().isEmpty()
                            ? "Không khác nhau."
                            : diff.changes().size() + " chỗ khác nhau.");
        }
        return ExitCode.FINE;
    }

    private RuleBook published(Dondoc open, String version) {
        return open.rules().book(PublicationChoice.named(spec, open.rules(), version));
    }

    private static void print(Change change, PrintWriter out) {
        out.println(PreviewWords.title(change));
        if (change.kind() == RuleDiff.Kind.CHANGED) {
            change.values()
                    .forEach(value -> out.println("    " + value.heading() + ": " + PreviewWords.shown(value.before())
                            + " → " + PreviewWords.shown(value.after())));
        }
    }

    static Map<String, Object> answer(Change change) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", change.subject().name().toLowerCase(java.util.Locale.ROOT));
        answer.put("kind", change.kind().name().toLowerCase(java.util.Locale.ROOT));
        answer.put("id", change.id());
        answer.put("title", change.title());
        List<Map<String, String>> values = change.values().stream()
                .map(value -> Map.of(
                        "heading", value.heading(),
                        "before", value.before(),
                        "after", value.after()))
                .collect(Collectors.toList());
        answer.put("values", values);
        return answer;
    }
}
