package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.Mutation;
import vn.dondoc.rules.MutationReport;
import vn.dondoc.rules.MutationReport.Unnoticed;
import vn.dondoc.rules.RuleCases;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.rules.RuleReader;

/** {@code dondoc rules test}: the administrators' examples, and whether they would notice a slip of the pen. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Chạy mọi ví dụ *.cases.yaml.")
final class RulesTestCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rules", description = "Thư mục quy tắc khác.")
    private @Nullable Path folder;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Option(
            names = "--mutate",
            description = "Sửa thử từng con số, ngày, chữ của tệp quy tắc, báo chỗ sửa mà không ví dụ nào nhận ra.")
    private boolean mutate;

    @Option(names = "--sample", defaultValue = "1", description = "Với --mutate: chỉ thử mỗi N chỗ sửa một chỗ.")
    private int every;

    @Override
    public Integer call() {
        if (every < 1) {
            throw new ParameterException(spec.commandLine(), "--sample phải là một số từ 1.");
        }
        Settings settings = rules.dondoc().settings();
        RuleFiles files = rules.in(settings, folder).files();
        List<RuleCases.Result> results = results(settings, files);
        List<RuleCases.Result> failed =
                results.stream().filter(result -> !result.passed()).toList();
        MutationReport mutation = mutate && failed.isEmpty() ? mutation(settings, files) : null;
        if (format == Format.json) {
            out().println(Answers.json(answer(results, failed, mutation)));
        } else {
            print(results, failed, mutation);
        }
        boolean fine = failed.isEmpty() && (mutation == null || mutation.isClean());
        return fine ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private static List<RuleCases.Result> results(Settings settings, RuleFiles files) {
        Problems problems = new Problems();
        List<RuleCases.Result> results =
                new RuleCases(settings.ruleReader().load(files), settings.calendar()).run(files, problems);
        problems.refuseIfAny();
        return results;
    }

    /** Changed rules are compiled in memory: they are no rules that anybody will want again. */
    private MutationReport mutation(Settings settings, RuleFiles files) {
        RuleReader reader = new RuleReader(
                settings.registry(), settings.configuration().plan().closed(), RuleCompiler.inMemory());
        return new Mutation(reader, settings.calendar()).run(files, every);
    }

    private void print(
            List<RuleCases.Result> results, List<RuleCases.Result> failed, @Nullable MutationReport mutation) {
        PrintWriter out = out();
        failed.forEach(result -> out.println(result.place() + ", “" + result.name() + "”: " + result.outcome()));
        out.println(results.size() + " ví dụ, " + failed.size() + " không đúng.");
        if (mutation != null) {
            mutation.unnoticed().forEach(out::println);
            mutation.wrongEntries().forEach(out::println);
            out.println(mutation.tried() + " chỗ sửa thử: " + mutation.refused() + " bị rules check từ chối, "
                    + mutation.noticed() + " có ví dụ nhận ra, " + mutation.equivalent()
                    + " không đổi kết luận nào (equivalents.yaml), "
                    + mutation.unnoticed().size() + " không ai nhận ra.");
        } else if (mutate) {
            out.println("Sửa ví dụ không đúng trước, rồi mới sửa thử tệp quy tắc.");
        }
    }

    private static Map<String, Object> answer(
            List<RuleCases.Result> results, List<RuleCases.Result> failed, @Nullable MutationReport mutation) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("examples", results.size());
        answer.put("failed", failed.stream().map(RulesTestCommand::answer).toList());
        answer.put("mutation", mutation == null ? null : answer(mutation));
        return answer;
    }

    private static Map<String, Object> answer(RuleCases.Result result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("place", result.place());
        answer.put("name", result.name());
        answer.put("duty", result.duty());
        answer.put("outcome", result.outcome());
        return answer;
    }

    private static Map<String, Object> answer(MutationReport mutation) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tried", mutation.tried());
        answer.put("refused", mutation.refused());
        answer.put("noticed", mutation.noticed());
        answer.put("equivalent", mutation.equivalent());
        answer.put(
                "unnoticed",
                mutation.unnoticed().stream().map(RulesTestCommand::answer).toList());
        answer.put("wrongEntries", mutation.wrongEntries());
        return answer;
    }

    private static Map<String, Object> answer(Unnoticed change) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", change.file());
        answer.put("line", change.line());
        answer.put("of", change.of());
        answer.put("cell", change.cell());
        answer.put("before", change.before());
        answer.put("after", change.after());
        answer.put("wanted", change.wanted());
        return answer;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
