package vn.dondoc.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.notices.Silence;

/** {@code dondoc silence …}: rests from letters that Sở Nội vụ enters, looks at and ends. */
@Command(name = "silence", mixinStandardHelpOptions = true, description = "Tạm dừng nhắc: ghi, xem, dừng trước hạn.")
final class SilenceCommand implements Runnable {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh: silence add, list, end.");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Tạm dừng nhắc; nêu nhiều phạm vi thì phải khớp tất cả.")
    int add(
            @Option(names = "--agency", paramLabel = "MÃ", description = "Một đơn vị.") @Nullable String agency,
            @Option(names = "--duty", paramLabel = "MÃ", description = "Một nhiệm vụ.") @Nullable String duty,
            @Option(names = "--clause", paramLabel = "MỤC", description = "Một điều khoản, gồm cả các điểm của nó.")
                    @Nullable String clause,
            @Option(names = "--group", paramLabel = "NHÓM", description = "Một nhóm: “Các huyện, thành phố”, ….")
                    @Nullable String group,
            @Option(names = "--all", description = "Mọi nhiệm vụ của mọi đơn vị.") boolean all,
            @Option(names = "--reason", paramLabel = "LÝ_DO", required = true) String reason,
            @Option(names = "--from", paramLabel = "NGÀY", description = "Ngày đầu. Mặc định: hôm nay.") @Nullable LocalDate from,
            @Option(names = "--until", paramLabel = "NGÀY", required = true, description = "Ngày cuối.")
                    LocalDate until,
            @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người ghi.") String author) {
        Dondoc open = dondoc.open();
        UnknownAgency.refuse(spec, open.settings().registry(), agency);
        UnknownDuty.refuse(spec, open.rules().current(), duty);
        Silence.Matcher matcher = new Silence.Matcher(written(agency), written(duty), written(clause), written(group));
        SilenceFlow.Request request =
                new SilenceFlow.Request(matcher, all, reason, from == null ? dondoc.today() : from, until, author);
        Entered<Silence> entered =
                open.desk().silences().enter(request, dondoc.clock().instant());
        entered.stored()
                .flatMap(silence -> open.afterSubmission(dondoc.clock().instant()))
                .ifPresent(spec.commandLine().getErr()::println);
        return answer(entered, "Đã ghi: tạm dừng nhắc ");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Các lần tạm dừng nhắc.")
    int list() {
        List<Silence> silences =
                dondoc.open().desk().silences().all(dondoc.clock().instant());
        PrintWriter out = spec.commandLine().getOut();
        silences.forEach(
                silence -> out.println(Agreed.inWords(silence) + ": " + Agreed.state(silence, dondoc.today())));
        out.println(silences.size() + " lần tạm dừng nhắc");
        return ExitCode.FINE;
    }

    @Command(name = "end", mixinStandardHelpOptions = true, description = "Dừng trước hạn: nhắc trở lại.")
    int end(
            @Parameters(paramLabel = "SỐ") long id,
            @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người quyết định.")
                    String author) {
        return answer(
                dondoc.open().desk().silences().end(id, author, dondoc.clock().instant()), "Nhắc trở lại; đã dừng ");
    }

    private int answer(Entered<Silence> answer, String done) {
        answer.stored().ifPresent(silence -> spec.commandLine().getOut().println(done + Agreed.inWords(silence) + "."));
        return answer.stored().isPresent() ? ExitCode.FINE : Refusal.print(spec, answer.refused());
    }

    private static String written(@Nullable String option) {
        return option == null ? "" : option.strip();
    }
}
