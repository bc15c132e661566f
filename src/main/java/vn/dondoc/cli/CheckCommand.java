package vn.dondoc.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.flow.Assessment;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.flow.TriedStage;
import vn.dondoc.flow.TriedTarget;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.Stage;

/** {@code dondoc check}: the findings as of a day. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Kết quả đánh giá tính đến hết một ngày.")
final class CheckCommand implements Callable<Integer> {
    private static final int CHARACTERS_AT_ONCE = 1 << 16;

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(names = "--as-of", paramLabel = "NGÀY", description = "Tính đến hết ngày này. Mặc định: hôm nay.")
    private @Nullable LocalDate asOf;

    @Option(names = "--agency", paramLabel = "MÃ", description = "Chỉ một đơn vị.")
    private @Nullable String agency;

    @Option(names = "--state", paramLabel = "TRẠNG_THÁI", description = "Chỉ một trạng thái: ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    @Option(
            names = "--rules",
            paramLabel = "PHIÊN_BẢN",
            description =
                    "Xét theo quy tắc này: now là bản đang áp dụng, hoặc số, phiên bản của rules history. Mặc định:"
                            + " quy tắc của ngày ấy.")
    private @Nullable String rules;

    @Option(names = "--format", defaultValue = "table", description = "table, json hoặc csv.")
    private Format format;

    @Override
    public Integer call() {
        Dondoc open = dondoc.openToLook();
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        LocalDate day = asOf == null ? dondoc.today() : asOf;
        Assessment assessment = rules == null
                ? open.assessor().asOf(day)
                : open.assessor().asOf(day, PublicationChoice.book(spec, open.rules(), rules));
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> agency == null || finding.key().agency().equals(agency))
                .filter(finding -> state == null || finding.state() == state)
                .toList();
        print(assessment, findings, open.checkFlow().triedOn(assessment));
        boolean violated =
                findings.stream().anyMatch(finding -> finding.state() == State.VIOLATED && !finding.isTrial());
        return violated ? ExitCode.FOUND_SOMETHING : ExitCode.FINE;
    }

    private void print(Assessment assessment, List<Finding> findings, Map<Finding.Key, Stage> tried) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(Answers.json(StableAnswers.findings(assessment, findings, tried)));
            case csv -> {
                out.println("agency,duty,clause,period,state,due,assumed,rule,explanation");
                findings.forEach(finding -> out.println(Answers.csv(List.of(
                        finding.key().agency(),
                        finding.key().duty(),
                        finding.obligation().duty().clause(),
                        finding.key().period(),
                        finding.state().name(),
                        finding.due() == null ? "" : finding.due().toString(),
                        String.valueOf(finding.assumed()),
                        finding.rule(),
                        finding.explanation()))));
            }
            case table ->
                printTable(new PrintWriter(new BufferedWriter(out, CHARACTERS_AT_ONCE)), assessment, findings, tried);
        }
    }

    /** In large pieces: thousands of lines written one by one take as long as judging them, and a country's fill the memory. */
    private static void printTable(
            PrintWriter lines, Assessment assessment, List<Finding> findings, Map<Finding.Key, Stage> tried) {
        lines.println("Tính đến hết ngày " + VietnameseDate.write(assessment.asOf()) + ", quy tắc "
                + assessment.rules().version());
        findings.forEach(finding -> {
            lines.println(line(finding));
            TriedTarget.inWords(assessment, finding).ifPresent(words -> lines.println("    " + words));
            TriedStage.inWords(tried, finding).ifPresent(words -> lines.println("    " + words));
        });
        lines.println(StateCounts.inWords(findings));
        lines.flush();
    }

    private static String line(Finding finding) {
        return String.join(
                " ",
                padded(finding.key().agency(), 12),
                padded(finding.key().duty(), 14),
                padded(finding.key().period(), 8),
                padded(finding.stateInWords(), 22),
                padded(finding.due() == null ? "" : VietnameseDate.write(finding.due()), 10),
                finding.obligation().duty().text());
    }

    private static String padded(String cell, int width) {
        return cell.length() >= width ? cell : cell + " ".repeat(width - cell.length());
    }
}
