package vn.dondoc.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.Assessment;
import vn.dondoc.flow.TriedStage;
import vn.dondoc.flow.TriedTarget;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.Stage;

/** {@code dondoc explain}: why a unit stands as it does in a duty. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Vì sao một nhiệm vụ của đơn vị có trạng thái ấy.")
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ĐƠN_VỊ")
    private String agency;

    @Parameters(index = "1", paramLabel = "NHIỆM_VỤ")
    private String duty;

    @Option(names = "--as-of", paramLabel = "NGÀY", description = "Tính đến hết ngày này. Mặc định: hôm nay.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        Dondoc open = dondoc.openToLook();
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        Assessment assessment = open.assessor().asOf(asOf == null ? dondoc.today() : asOf);
        UnknownDuty.refuse(spec, assessment.rules(), duty);
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> finding.key().agency().equals(agency)
                        && finding.key().duty().equals(duty))
                .toList();
        Agreed agreed = Agreed.knownOn(assessment.asOf(), open.desk().arrangements());
        print(assessment, findings, agreed, open.checkFlow().triedOn(assessment));
        return ExitCode.FINE;
    }

    private void print(Assessment assessment, List<Finding> findings, Agreed agreed, Map<Finding.Key, Stage> tried) {
        PrintWriter out = spec.commandLine().getOut();
        String day = VietnameseDate.write(assessment.asOf());
        if (findings.isEmpty()) {
            out.println("Đến ngày " + day + ", nhiệm vụ " + duty + " không ràng buộc đơn vị " + agency + ".");
            agreed.dispensationsOf(agency, duty).forEach(out::println);
        }
        for (Finding finding : findings) {
            out.println(finding.obligation().agency().name() + ", "
                    + finding.obligation().duty().text() + ", "
                    + finding.obligation().period().inWords() + ", đến ngày " + day + ":");
            out.println("  " + finding.explanation());
            agreed.linesOn(finding).forEach(line -> out.println("  " + line));
            TriedTarget.inWords(assessment, finding).ifPresent(line -> out.println("  " + line));
            TriedStage.inWords(tried, finding).ifPresent(line -> out.println("  " + line));
            out.println("  Phiên bản quy tắc: " + assessment.rules().version() + ".");
        }
    }
}
