package vn.dondoc.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Registry;
import vn.dondoc.notices.Decision.Because;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.ReasonStore;

/** {@code dondoc why}: which letters a unit got on a day, which it did not, and the reason for each. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Vì sao đơn vị có thư, hoặc không có thư, trong một ngày.")
final class WhyCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ĐƠN_VỊ")
    private String agency;

    @Option(names = "--on", paramLabel = "NGÀY", description = "Ngày cần hỏi. Mặc định: hôm nay.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        Dondoc open = dondoc.open();
        Registry registry = open.settings().registry();
        UnknownAgency.refuse(spec, registry, agency);
        LocalDate day = on == null ? dondoc.today() : on;
        ReasonStore reasons = new ReasonStore(open.database());
        String name = registry.find(agency, day)
                .or(() -> registry.latest(agency))
                .map(Agency::name)
                .orElse(agency);
        print(name, day, open, reasons);
        return ExitCode.FINE;
    }

    private void print(String name, LocalDate day, Dondoc open, ReasonStore reasons) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(name + ", ngày " + VietnameseDate.write(day) + ":");
        out.println("  " + checkInWords(day, open, reasons));
        List<QueuedLetter> letters = reasons.lettersOn(day, agency);
        out.println(letters.isEmpty() ? "  Không có thư." : "  Thư:");
        letters.forEach(letter -> out.println("  - " + inWords(letter)));
        Map<Reason, List<Because>> byReason = reasons.reasonsOn(day, agency).stream()
                .collect(Collectors.groupingBy(Because::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, duties) -> {
            out.println("  " + (reason.isHeldBack() ? "Không nhắc" : "Nhắc") + " (" + reason.words() + "): "
                    + duties.size() + " nhiệm vụ");
            duties.forEach(because -> out.println("  - " + inWords(because, open)));
        });
    }

    private static String checkInWords(LocalDate day, Dondoc open, ReasonStore reasons) {
        return reasons.checkOf(day)
                .map(check -> "Kiểm tra lúc " + hour(check.at()) + ", phiên bản quy tắc " + check.rulesVersion() + ".")
                .orElseGet(
                        () -> open.settings()
                                .calendar()
                                .reasonOff(day)
                                .map(holiday -> "Không kiểm tra: ngày nghỉ (" + holiday + ").")
                                .orElse(
                                        "Không có lần kiểm tra nào trong ngày này; dưới đây là lý do của lần kiểm tra trước đó."));
    }

    private static String inWords(QueuedLetter letter) {
        Instant sent = letter.progress().sentAt();
        return letter.letter().subject() + " → " + letter.letter().to() + ": "
                + letter.state().word()
                + (sent == null ? "" : " lúc " + hour(sent) + " ngày " + VietnameseDate.write(VietnamTime.dayOf(sent)))
                + (letter.state() == LetterState.GIVEN_UP
                        ? " (" + letter.progress().lastError() + ")"
                        : "")
                + (letter.cancelReason() == null ? "" : " (" + letter.cancelReason() + ")")
                + "; lý do: " + Reason.valueOf(letter.letter().reason()).words();
    }

    private static String inWords(Because because, Dondoc open) {
        String task = open.rules()
                .current()
                .plan()
                .duty(because.finding().duty())
                .map(Duty::text)
                .orElse("");
        return because.finding().duty() + ", kỳ " + because.finding().period() + ": " + task
                + (because.detail().isEmpty() ? "" : " (" + because.detail() + ")");
    }

    private static String hour(Instant moment) {
        return java.time.format.DateTimeFormatter.ofPattern("HH'h'mm")
                .withZone(VietnamTime.ZONE)
                .format(moment);
    }
}
