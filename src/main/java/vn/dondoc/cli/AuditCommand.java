package vn.dondoc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.audit.AuditTable;
import vn.dondoc.audit.BrokenChain;
import vn.dondoc.store.AuditLog;

/** {@code dondoc audit …}: whether the record of who did what is whole, and what it says. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Sổ ghi ai làm gì: kiểm tra còn nguyên vẹn không, xuất cho Thanh tra.")
final class AuditCommand implements Runnable {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh: audit verify, export.");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Kiểm tra sổ ghi: có dòng nào bị sửa, bị bỏ, bị chèn không.")
    int verify(@Option(names = "--format", defaultValue = "table", description = "table hoặc json.") Format format) {
        AuditLog log = dondoc.open().audit();
        Optional<BrokenChain> broken = log.verify();
        AuditLog.Head head = log.head();
        out().println(format == Format.json ? Answers.json(answer(head, broken)) : inWords(head, broken));
        return broken.isEmpty() ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private static String inWords(AuditLog.Head head, Optional<BrokenChain> broken) {
        return broken.map(fault ->
                        "Sổ ghi KHÔNG còn nguyên vẹn, từ dòng số " + fault.number() + ": " + fault.reason() + ".")
                .orElseGet(() -> "Sổ ghi nguyên vẹn: " + head.number() + " dòng, mã kiểm tra dòng cuối " + head.hash()
                        + ". Ghi lại số và mã này ở nơi khác thì lần sau biết được cả khi cuối sổ bị cắt.");
    }

    private static Map<String, Object> answer(AuditLog.Head head, Optional<BrokenChain> broken) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("whole", broken.isEmpty());
        answer.put("records", head.number());
        answer.put("lastHash", head.hash());
        answer.put("brokenAt", broken.map(BrokenChain::number).orElse(null));
        answer.put("reason", broken.map(BrokenChain::reason).orElse(null));
        return answer;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Xuất sổ ghi thành CSV mở được bằng Excel.")
    int export(
            @Option(names = "--out", paramLabel = "TỆP", description = "Mặc định: in ra màn hình.") @Nullable Path file)
            throws IOException {
        AuditLog log = dondoc.open().audit();
        if (file == null) {
            write(log, out());
            return ExitCode.FINE;
        }
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            writer.print(AuditTable.BYTE_ORDER_MARK);
            write(log, writer);
            if (writer.checkError()) {
                throw new IOException("không ghi được " + file);
            }
        }
        out().println("Đã xuất " + log.head().number() + " dòng ra " + file + ".");
        return ExitCode.FINE;
    }

    private static void write(AuditLog log, PrintWriter writer) {
        writer.print(AuditTable.headings());
        log.read(link -> writer.print(AuditTable.line(link)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
