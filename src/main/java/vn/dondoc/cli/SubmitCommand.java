package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.Receipt;
import vn.dondoc.reading.Problem;

/** {@code dondoc submit}: takes status reports and answers them row by row. */
@Command(name = "submit", mixinStandardHelpOptions = true, description = "Nhận báo cáo tình hình (XLSX, JSON, CSV).")
final class SubmitCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "TỆP")
    private List<Path> files;

    @Option(
            names = "--backdated",
            description = "Nhập báo cáo cũ: lấy receivedAt trong tệp làm lúc nhận. Chỉ dành cho người quản trị.")
    private boolean backdated;

    @Option(
            names = "--keep-good",
            description =
                    "Giữ các dòng đúng khi tệp có dòng sai. Mặc định theo intake.partial, nếu không thì từ chối cả tệp.")
    private boolean keepGood;

    @Option(
            names = "--answer",
            paramLabel = "NƠI",
            description =
                    "Ghi bảng trả lời (XLSX): bảng đã gửi, mỗi ô sai được tô màu và giải thích. Là tệp .xlsx, hoặc"
                            + " thư mục khi gửi nhiều tệp.")
    private @Nullable Path answers;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "Không có tệp " + file + "; kiểm tra đường dẫn.");
            }
        }
        AnswerFiles answerFiles = new AnswerFiles(spec, answers, files);
        Dondoc open = dondoc.open();
        boolean partial = keepGood || open.settings().configuration().intake().partial();
        Instant now = dondoc.clock().instant();
        List<Receipt> receipts = new ArrayList<>();
        for (Path file : files) {
            receipts.add(open.intake()
                    .receive(String.valueOf(file.getFileName()), file, new Intake.Options(backdated, partial), now));
        }
        if (!backdated && receipts.stream().anyMatch(receipt -> receipt.acceptedCount() > 0)) {
            judge(open, now).ifPresent(spec.commandLine().getErr()::println);
        }
        List<Path> written = answers == null
                ? List.of()
                : answerFiles.write(receipts.stream()
                        .map(receipt -> open.answerTo(receipt, now))
                        .toList());
        print(receipts, written);
        boolean refused =
                receipts.stream().anyMatch(receipt -> !receipt.refused().isEmpty());
        return refused ? ExitCode.FOUND_SOMETHING : ExitCode.FINE;
    }

    /** After a leap of the clock the report is kept and waits: what would be judged on a wrong day would be written, too. */
    private static Optional<String> judge(Dondoc open, Instant now) {
        return open.clockWatch()
                .leap(now)
                .map(leap -> "Đã nhận, chưa xét: " + leap
                        + ". Đồng hồ sai thì chỉnh lại; đúng là nghỉ lâu thì chạy dondoc run morning-check --yes.")
                .or(() -> open.afterSubmission(now));
    }

    private void print(List<Receipt> receipts, List<Path> written) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (int i = 0; i < receipts.size(); i++) {
                Map<String, Object> answer = StableAnswers.receipt(receipts.get(i));
                answer.put("answer", written.isEmpty() ? null : written.get(i).toString());
                list.add(answer);
            }
            out.println(Answers.json(list));
            return;
        }
        for (Receipt receipt : receipts) {
            out.println(receipt.fileName() + ": " + receipt.inWords()
                    + (receipt.firstReceivedAt().isEmpty() ? "" : "; đã nhận lần đầu " + receipt.firstReceivedAt()));
            for (AcceptedRow row : receipt.accepted()) {
                out.println("  nhận  " + row.place() + ": " + row.agency() + " " + row.duty() + " " + row.period());
            }
            for (Problem problem : receipt.refused()) {
                out.println("  LỖI   " + problem);
            }
        }
        written.forEach(file -> out.println("Bảng trả lời: " + file));
    }
}
