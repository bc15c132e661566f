package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
import vn.dondoc.facts.Clause.Passage;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.Coverage;
import vn.dondoc.rules.Coverage.ClauseCoverage;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleCases;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleFolder;

/** {@code dondoc rules …}: the administrators' tools. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Quy tắc: kiểm tra, thử, xem trước, công bố, xem lại.",
        subcommands = {
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
        List<Problem> problems = settings.ruleReader().check(rules(settings, folder));
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

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Chạy mọi ví dụ *.cases.yaml.")
    int test(@Option(names = "--rules") @Nullable Path folder) {
        Settings settings = dondoc.settings();
        RuleFiles rules = rules(settings, folder).files();
        RuleBook book = settings.ruleReader().load(rules);
        Problems problems = new Problems();
        List<RuleCases.Result> results = new RuleCases(book, settings.calendar()).run(rules, problems);
        problems.refuseIfAny();
        PrintWriter out = out();
        List<RuleCases.Result> failed =
                results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(result -> out.println(result.place() + ", “" + result.name() + "”: " + result.outcome()));
        out.println(results.size() + " ví dụ, " + failed.size() + " không đúng.");
        return failed.isEmpty() ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = "Đối chiếu từng điều khoản của Quyết định với các nhiệm vụ.")
    int coverage(
            @Option(names = "--rules") @Nullable Path folder,
            @Option(names = "--format", defaultValue = "table") Format format) {
        Settings settings = dondoc.settings();
        Coverage coverage =
                Coverage.of(settings.ruleReader().load(rules(settings, folder)).plan());
        PrintWriter out = out();
        if (format == Format.json) {
            out.println(Answers.json(answer(coverage)));
        } else {
            coverage.clauses()
                    .forEach(clause -> out.println(String.format(
                            "%-10s %3d nhiệm vụ  %s",
                            clause.clause().id(),
                            clause.ruledBy().size(),
                            clause.uncovered().isEmpty()
                                    ? clause.notCheckable()
                                    : "CÒN " + clause.uncovered().size() + " ĐOẠN")));
            out.println(coverage.clauses().size() + " điều khoản, " + coverage.uncovered() + " đoạn chưa có nhiệm vụ.");
        }
        return coverage.uncovered() == 0 ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private static Map<String, Object> answer(Coverage coverage) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "clauses", coverage.clauses().stream().map(RulesCommand::answer).toList());
        answer.put("uncovered", coverage.uncovered());
        return answer;
    }

    private static Map<String, Object> answer(ClauseCoverage clause) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("clause", clause.clause().id());
        answer.put("words", clause.clause().words());
        answer.put("ruledBy", clause.ruledBy());
        answer.put("notCheckable", clause.notCheckable().isEmpty() ? null : clause.notCheckable());
        answer.put("uncovered", clause.uncovered().stream().map(Passage::text).toList());
        return answer;
    }

    private static RuleFolder rules(Settings settings, @Nullable Path folder) {
        return folder == null ? settings.rules() : settings.rulesIn(folder);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
