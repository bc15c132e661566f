package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.facts.Clause.Passage;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.CaseCoverage;
import vn.dondoc.rules.CaseCoverage.RuleCoverage;
import vn.dondoc.rules.Coverage;
import vn.dondoc.rules.Coverage.ClauseCoverage;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RuleFiles;

/** {@code dondoc rules coverage}: whether every clause is ruled, and every rule shown by examples. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = "Đối chiếu từng điều khoản của Quyết định với các nhiệm vụ, từng quy tắc với các ví dụ.")
final class RulesCoverageCommand implements Callable<Integer> {
    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rules", description = "Thư mục quy tắc khác.")
    private @Nullable Path folder;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() {
        Settings settings = rules.dondoc().settings();
        RuleFiles files = rules.in(settings, folder).files();
        RuleBook book = settings.ruleReader().load(files);
        Coverage coverage = Coverage.of(book.plan());
        Problems problems = new Problems();
        CaseCoverage cases = CaseCoverage.of(book, files, problems);
        problems.refuseIfAny();
        if (format == Format.json) {
            spec.commandLine().getOut().println(Answers.json(answer(coverage, cases)));
        } else {
            print(coverage, cases);
        }
        boolean whole = coverage.uncovered() == 0 && cases.gaps().isEmpty();
        return whole ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private void print(Coverage coverage, CaseCoverage cases) {
        PrintWriter out = spec.commandLine().getOut();
        coverage.clauses()
                .forEach(clause -> out.println(String.format(
                        "%-10s %3d nhiệm vụ  %s",
                        clause.clause().id(),
                        clause.ruledBy().size(),
                        clause.uncovered().isEmpty()
                                ? clause.notCheckable()
                                : "CÒN " + clause.uncovered().size() + " ĐOẠN")));
        out.println(coverage.clauses().size() + " điều khoản, " + coverage.uncovered() + " đoạn chưa có nhiệm vụ.");
        cases.gaps().forEach(rule -> out.println(inWords(rule)));
        cases.verdictGaps()
                .forEach(rule ->
                        out.println(inWords(rule) + " (của chương trình; có thể không dòng nào của kế hoạch dẫn tới)"));
        out.println(cases.rules().size() + " quy tắc, " + cases.gaps().size() + " chưa đủ ví dụ.");
    }

    private static String inWords(RuleCoverage rule) {
        return "“" + rule.rule() + "”: thiếu " + rule.missing();
    }

    private static Map<String, Object> answer(Coverage coverage, CaseCoverage cases) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "clauses",
                coverage.clauses().stream().map(RulesCoverageCommand::answer).toList());
        answer.put("uncovered", coverage.uncovered());
        answer.put(
                "rules",
                cases.rules().stream().map(RulesCoverageCommand::answer).toList());
        answer.put("rulesWithoutCases", cases.gaps().size());
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

    private static Map<String, Object> answer(RuleCoverage rule) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", rule.kind().code());
        answer.put("rule", rule.rule());
        answer.put("fires", rule.fires());
        answer.put("restrained", rule.restrained());
        return answer;
    }
}
