package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Mailroom;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.FailingAddresses.FailingAddress;
import vn.dondoc.store.MailReply;
import vn.dondoc.store.ReplyState;

/** {@code dondoc replies …}: answers to letters, what became of them, and addresses from which letters came back. */
@Command(
        name = "replies",
        mixinStandardHelpOptions = true,
        description = "Thư trả lời của đơn vị: danh sách, nội dung, xử lý; địa chỉ bị trả lại thư.")
final class RepliesCommand implements Runnable {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Thiếu lệnh: replies list, show, settle, addresses, reachable.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Danh sách thư trả lời.")
    int list(
            @Option(names = "--state", description = "new, waiting, handled, noted") @Nullable String state,
            @Option(names = "--format", defaultValue = "table") Format format) {
        Mailroom mailroom = mailroom();
        List<MailReply> replies =
                state == null ? mailroom.replies().list() : mailroom.replies().list(state(state));
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(
                    Answers.json(replies.stream().map(RepliesCommand::answer).toList()));
            return ExitCode.FINE;
        }
        for (MailReply reply : replies) {
            out.println(String.format(
                    "%6d %-16s %-17s %-36s %s",
                    reply.id(),
                    reply.state().word(),
                    kindOf(reply),
                    reply.content().sender(),
                    reply.content().subject()));
            reply.outcome().forEach(line -> out.println("       " + line));
        }
        out.println(replies.size() + " thư");
        return ExitCode.FINE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Nội dung một thư và kết quả xử lý.")
    int show(@Parameters(paramLabel = "SỐ") long id) {
        MailReply reply = mailroom().replies().find(id).orElseThrow(() -> unknown(id));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Trạng thái: " + reply.state().word() + "; loại: " + kindOf(reply));
        out.println("Nhận lúc: " + Moment.inWords(reply.arrivedAt()) + "; bản gốc: received/" + reply.storedPath());
        out.println("Người gửi: " + reply.content().sender() + "; đơn vị: "
                + reply.content().agency());
        out.println("Tiêu đề: " + reply.content().subject());
        out.println("Tệp đính kèm: " + String.join(", ", reply.content().attachments()));
        reply.outcome().forEach(line -> out.println("Kết quả: " + line));
        OfficerAct settled = reply.settled();
        if (settled != null) {
            out.println("Người xử lý: " + settled.author() + ", " + Moment.inWords(settled.at()));
        }
        out.println();
        out.println(reply.content().body());
        return ExitCode.FINE;
    }

    @Command(name = "settle", mixinStandardHelpOptions = true, description = "Ghi là đã xử lý một thư đang chờ.")
    int settle(
            @Parameters(paramLabel = "SỐ") long id,
            @Option(names = "--by", paramLabel = "NGƯỜI", required = true, description = "Người xử lý.") String author,
            @Option(names = "--done", paramLabel = "VIỆC", required = true, description = "Đã làm gì.") String what) {
        if (VietnameseText.oneLine(author).isEmpty()
                || VietnameseText.oneLine(what).isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--by và --done không để trống.");
        }
        boolean settled = mailroom()
                .replies()
                .settle(id, new OfficerAct(author, what, dondoc.clock().instant()));
        spec.commandLine().getOut().println(settled ? "Đã ghi." : "Thư " + id + " không ở trạng thái chờ người xử lý.");
        return settled ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    @Command(name = "addresses", mixinStandardHelpOptions = true, description = "Địa chỉ không nhận được thư.")
    int addresses() {
        List<FailingAddress> failing = mailroom().addresses().list();
        PrintWriter out = spec.commandLine().getOut();
        failing.forEach(each -> out.println(each.address() + ": bị trả lại thư từ " + Moment.inWords(each.since())
                + ", gần nhất " + Moment.inWords(each.lastAt()) + ": " + each.reason()));
        out.println(failing.size() + " địa chỉ");
        return ExitCode.FINE;
    }

    @Command(name = "reachable", mixinStandardHelpOptions = true, description = "Ghi là địa chỉ đã nhận được thư.")
    int reachable(@Parameters(paramLabel = "ĐỊA_CHỈ") String address) {
        boolean cleared = mailroom().addresses().clear(address.strip().toLowerCase(Locale.ROOT));
        spec.commandLine().getOut().println(cleared ? "Đã ghi." : "Địa chỉ này không bị ghi là trả lại thư.");
        return cleared ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private static String kindOf(MailReply reply) {
        return reply.kind() == null ? "" : reply.kind().words();
    }

    private static Map<String, Object> answer(MailReply reply) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", reply.id());
        answer.put("state", reply.state().code());
        answer.put("kind", reply.kind() == null ? null : reply.kind().code());
        answer.put("arrivedAt", reply.arrivedAt().toString());
        answer.put("sender", reply.content().sender());
        answer.put("agency", reply.content().agency());
        answer.put("subject", reply.content().subject());
        answer.put("attachments", reply.content().attachments());
        answer.put("outcome", reply.outcome());
        return answer;
    }

    private Mailroom mailroom() {
        return dondoc.open().mailroom();
    }

    private ReplyState state(String code) {
        return ReplyState.ofCode(code)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "Không có trạng thái “" + code + "”; "
                                + Nearest.hint(code, List.of("new", "waiting", "handled", "noted"))));
    }

    private CommandLine.ParameterException unknown(long id) {
        return new CommandLine.ParameterException(spec.commandLine(), "Không có thư số " + id + ".");
    }
}
