package vn.dondoc.cli;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.dondoc.app.Dondoc;
import vn.dondoc.facts.Dispensation;
import vn.dondoc.flow.DispensationFlow;
import vn.dondoc.flow.Entered;

/** What {@code extend} and {@code exempt} both ask: for whom, in which period, by which document. */
final class GrantingDocument {
    @Parameters(index = "0", paramLabel = "ĐƠN_VỊ")
    private String agency;

    @Parameters(index = "1", paramLabel = "NHIỆM_VỤ")
    private String duty;

    @Option(names = "--period", paramLabel = "KỲ", required = true, description = "Kỳ báo cáo: 2017, 2017-Q4, ….")
    private String period;

    @Option(names = "--document", paramLabel = "SỐ", required = true, description = "Số, ký hiệu văn bản.")
    private String document;

    @Option(names = "--dated", paramLabel = "NGÀY", required = true, description = "Ngày văn bản.")
    private LocalDate dated;

    @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người ghi.")
    private String author;

    /** @param newDue null for an exemption */
    int enter(CommandSpec spec, Dondoc open, Clock clock, @Nullable LocalDate newDue) {
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        UnknownDuty.refuse(spec, open.rules().current(), duty);
        Entered<Dispensation> answer = open.desk()
                .dispensations()
                .enter(
                        new DispensationFlow.Request(agency, duty, period, newDue, document, dated, author),
                        clock.instant());
        answer.stored()
                .ifPresent(granted -> spec.commandLine()
                        .getOut()
                        .println("Đã ghi: đơn vị " + agency + ", nhiệm vụ " + duty + ", kỳ " + period + ". "
                                + Agreed.inWords(granted)));
        answer.stored()
                .flatMap(granted -> open.afterSubmission(clock.instant()))
                .ifPresent(spec.commandLine().getErr()::println);
        return answer.stored().isPresent() ? ExitCode.FINE : Refusal.print(spec, answer.refused());
    }
}
