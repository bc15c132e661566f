package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.BackedUpHome;
import vn.dondoc.backup.Restoration;
import vn.dondoc.store.SqliteFileCheck;

/** {@code dondoc restore}: makes the home's data again from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Phục hồi dữ liệu từ một bản sao lưu. Dừng dondoc serve trước.",
            "Dữ liệu đang có được để riêng, không xóa; thư đã gửi từ lúc sao lưu không gửi lại."
        })
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "BẢN_SAO_LƯU",
            description = "Thư mục của bản sao lưu, ví dụ data/backups/2018-03-20T190000")
    private Path backup;

    @Option(names = "--by", paramLabel = "TÊN", description = "Người phục hồi; bắt buộc khi có --yes.")
    private @Nullable String author;

    @Option(names = "--yes", description = "Phục hồi. Không có thì chỉ kiểm tra bản sao lưu.")
    private boolean yes;

    @Override
    public Integer call() {
        BackedUpHome home = new BackedUpHome(dondoc.settings());
        PrintWriter out = spec.commandLine().getOut();
        if (!yes) {
            print(home.look(backup).found());
            out.println("Chưa phục hồi gì. Dừng dondoc serve, rồi chạy lại lệnh này, thêm --by TÊN --yes.");
            return ExitCode.FINE;
        }
        if (author == null || author.isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu --by: ghi tên người phục hồi.");
        }
        print(home.restore(backup, author, dondoc.clock().instant()));
        return ExitCode.FINE;
    }

    private void print(SqliteFileCheck.Found found) {
        spec.commandLine()
                .getOut()
                .println("Bản sao lưu dùng được: " + found.letters() + " thư, thư gửi gần nhất "
                        + found.lastLetter()
                                .map(at -> "lúc " + Moment.inWords(at))
                                .orElse("chưa có")
                        + ", " + found.originals().size() + " tệp báo cáo.");
    }

    private void print(Restoration.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Đã phục hồi từ " + backup + ".");
        outcome.putAside().ifPresent(old -> out.println("Dữ liệu trước đó để ở " + old + "."));
        outcome.carriedOver()
                .ifPresentOrElse(
                        since -> out.println("Thư đã gửi từ lúc sao lưu: " + (since.marked() + since.added())
                                + "; đã ghi là đã gửi, không gửi lại."),
                        () -> out.println("Không biết thư nào đã gửi từ lúc sao lưu, nên VIỆC GỬI THƯ ĐÃ DỪNG."
                                + " Xem dondoc outbox list, rồi cho gửi tiếp bằng dondoc outbox resume."));
        if (!outcome.unknownOriginals().isEmpty()) {
            out.println(outcome.unknownOriginals().size()
                    + " tệp nhận sau lúc sao lưu còn bản gốc nhưng chưa có trong dữ liệu; nộp lại bằng dondoc submit:");
            outcome.unknownOriginals().forEach(file -> out.println("  " + file));
        }
        if (!outcome.kept().isEmpty()) {
            out.println("Tệp khác với bản sao lưu, giữ nguyên như đang có:");
            outcome.kept().forEach(file -> out.println("  " + file));
        }
    }
}
