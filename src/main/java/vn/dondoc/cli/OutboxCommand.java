package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.notices.Reason;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.OutboxStore;

/** {@code dondoc outbox …}: the letters that wait, were sent or were given up, and what an officer may do with them. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = "Thư chờ gửi, đã gửi, bỏ cuộc; duyệt, tạm dừng, gửi lại.")
final class OutboxCommand implements Runnable {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Thiếu lệnh: outbox list, show, release, retry, pause, resume.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Danh sách thư.")
    int list(
            @Option(names = "--state", description = "queued, held, sending, sent, given-up, cancelled") @Nullable String state,
            @Option(names = "--format", defaultValue = "table") Format format) {
        OutboxStore outbox = outbox();
        List<QueuedLetter> letters = state == null ? outbox.list() : outbox.list(state(state));
        PrintWriter out = out();
        if (format == Format.json) {
            out.println(Answers.json(letters.stream().map(OutboxCommand::answer).toList()));
            return ExitCode.FINE;
        }
        letters.forEach(letter -> print(letter, out));
        outbox.standstill()
                .ifPresent(standstill -> out.println(
                        MailTroubles.inWords(standstill).toUpperCase(Locale.ROOT) + ": " + standstill.reason()));
        outbox.currentPause()
                .ifPresent(pause -> out.println("ĐANG TẠM DỪNG GỬI: " + pause.author() + ", " + pause.reason()));
        out.println(letters.size() + " thư");
        return ExitCode.FINE;
    }

    private static void print(QueuedLetter letter, PrintWriter out) {
        out.println(String.format(
                "%6d %-10s %-10s %-40s %s",
                letter.id(),
                letter.state().word(),
                letter.letter().day(),
                letter.letter().to(),
                letter.letter().subject()));
        String error = letter.progress().lastError();
        if (error != null && letter.state() == LetterState.GIVEN_UP) {
            out.println("       không gửi được: " + error + "; gửi lại: dondoc outbox retry " + letter.id());
        } else if (error != null && letter.state() == LetterState.QUEUED) {
            out.println("       gửi lại từ " + Moment.inWords(letter.progress().nextAttemptAt()) + ": " + error);
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Nội dung và quá trình của một thư.")
    int show(@Parameters(paramLabel = "SỐ") long id) {
        QueuedLetter letter = outbox().find(id).orElseThrow(() -> unknown(id));
        PrintWriter out = out();
        out.println("Trạng thái: " + letter.state().word() + "; lần gửi: "
                + letter.progress().attempts());
        Optional.ofNullable(letter.progress().lastError()).ifPresent(error -> out.println("Lỗi gần nhất: " + error));
        out.println("Message-ID: " + letter.messageId());
        out.println(
                "Lý do viết thư: " + Reason.valueOf(letter.letter().reason()).words());
        out.println("Gửi: " + letter.letter().to() + "; đồng gửi: "
                + String.join(", ", letter.letter().cc()));
        out.println("Tiêu đề: " + letter.letter().subject());
        out.println();
        out.println(letter.letter().text());
        return ExitCode.FINE;
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Duyệt cho gửi thư đang chờ.")
    int release(
            @Parameters(paramLabel = "SỐ", arity = "0..*") @Nullable List<Long> ids,
            @Option(names = "--all", description = "Mọi thư đang chờ duyệt.") boolean all,
            @Option(names = "--author", required = true, description = "Người duyệt.") String author,
            @Option(names = "--reason", defaultValue = "đã xem", description = "Lý do.") String reason) {
        OfficerAct act = act(author, reason);
        OutboxStore outbox = outbox();
        if (!all && (ids == null || ids.isEmpty())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Ghi số thư cần duyệt, hoặc --all.");
        }
        int released = all ? outbox.releaseAll(act) : 0;
        for (long id : ids == null ? List.<Long>of() : ids) {
            if (outbox.release(id, act)) {
                released++;
            } else {
                spec.commandLine().getErr().println("Thư " + id + " không ở trạng thái chờ duyệt.");
            }
        }
        out().println("Đã duyệt " + released + " thư.");
        return all || released == (ids == null ? 0 : ids.size()) ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    @Command(name = "retry", mixinStandardHelpOptions = true, description = "Xếp lại thư đã bỏ cuộc vào hàng chờ.")
    int retry(@Parameters(paramLabel = "SỐ") long id) {
        boolean queued = outbox().retry(id, dondoc.clock().instant());
        out().println(queued ? "Thư " + id + " đã xếp lại." : "Thư " + id + " không ở trạng thái bỏ cuộc.");
        return queued ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Tạm dừng gửi mọi thư.")
    int pause(
            @Option(names = "--author", required = true) String author,
            @Option(names = "--reason", required = true) String reason) {
        outbox().pause(act(author, reason));
        out().println("Đã tạm dừng gửi thư.");
        return ExitCode.FINE;
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Gửi tiếp.")
    int resume(
            @Option(names = "--author", required = true) String author,
            @Option(names = "--reason", required = true) String reason) {
        outbox().resume(act(author, reason));
        out().println("Đã cho gửi tiếp.");
        return ExitCode.FINE;
    }

    private static Map<String, Object> answer(QueuedLetter letter) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", letter.id());
        answer.put("state", letter.state().code());
        answer.put("kind", letter.letter().kind().code());
        answer.put("day", letter.letter().day().toString());
        answer.put("to", letter.letter().to());
        answer.put("agency", letter.letter().agency());
        answer.put("subject", letter.letter().subject());
        answer.put("items", letter.letter().items());
        answer.put("messageId", letter.messageId());
        answer.put("reason", letter.letter().reason());
        answer.put("attempts", letter.progress().attempts());
        answer.put("lastError", letter.progress().lastError());
        return answer;
    }

    private LetterState state(String code) {
        List<String> known = java.util.Arrays.stream(LetterState.values())
                .map(LetterState::code)
                .toList();
        return LetterState.ofCode(code)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "Không có trạng thái “" + code + "”; " + Nearest.hint(code, known)));
    }

    private CommandLine.ParameterException unknown(long id) {
        return new CommandLine.ParameterException(spec.commandLine(), "Không có thư số " + id + ".");
    }

    private OfficerAct act(String author, String reason) {
        if (VietnameseText.oneLine(author).isEmpty()
                || VietnameseText.oneLine(reason).isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Ghi người quyết định ở --author và lý do ở --reason; không để trống.");
        }
        return new OfficerAct(author, reason, dondoc.clock().instant());
    }

    private OutboxStore outbox() {
        return dondoc.open().outbox();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
