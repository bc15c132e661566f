package vn.dondoc.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.PromiseFlow;
import vn.dondoc.notices.Promise;
import vn.dondoc.reading.VietnameseDate;

/** {@code dondoc ack}: a unit's promise to hand in by a day, entered for it. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = "Ghi ngày đơn vị hẹn nộp; thư nhắc về nhiệm vụ ấy tạm dừng đến hết ngày hẹn.")
final class AckCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ĐƠN_VỊ")
    private String agency;

    @Parameters(index = "1", paramLabel = "NHIỆM_VỤ")
    private String duty;

    @Option(names = "--period", paramLabel = "KỲ", description = "Bỏ qua được khi chỉ một kỳ còn mở.")
    private @Nullable String period;

    @Option(names = "--until", paramLabel = "NGÀY", required = true, description = "Hẹn nộp chậm nhất ngày này.")
    private LocalDate until;

    @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người hẹn.")
    private String author;

    @Override
    public Integer call() {
        Dondoc open = dondoc.open();
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        UnknownDuty.refuse(spec, open.rules().current(), duty);
        PromiseFlow.Request request =
                new PromiseFlow.Request(agency, duty, period == null ? "" : period, until, author);
        Entered<Promise> answer =
                open.desk().promises().enter(request, dondoc.clock().instant());
        answer.stored().ifPresent(this::print);
        answer.stored()
                .flatMap(any -> open.afterSubmission(dondoc.clock().instant()))
                .ifPresent(spec.commandLine().getErr()::println);
        return answer.stored().isPresent() ? ExitCode.FINE : Refusal.print(spec, answer.refused());
    }

    private void print(Promise promise) {
        spec.commandLine()
                .getOut()
                .println("Đã ghi: đơn vị " + promise.finding().agency() + " hẹn nộp "
                        + promise.finding().duty() + ", kỳ " + promise.finding().period() + ", chậm nhất ngày "
                        + VietnameseDate.write(promise.until()) + " (" + promise.author()
                        + "). Thư nhắc về nhiệm vụ này tạm dừng đến hết ngày ấy.");
    }
}
