package vn.dondoc.app;

import static vn.dondoc.app.Diagnosis.fault;
import static vn.dondoc.app.Diagnosis.fine;
import static vn.dondoc.app.Diagnosis.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.backup.Backups;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.store.DatabaseAddress.SqliteFile;
import vn.dondoc.store.SqliteFileCheck;

/** Looks at disks, backups, the database file, and who serves. */
final class MachineExamination {
    static final Duration OLDEST_BACKUP = Duration.ofDays(2);
    private static final String DATABASE = "Cơ sở dữ liệu";
    private static final long MEBIBYTE = 1 << 20;
    private static final long TOO_LITTLE = 100 * MEBIBYTE;
    private static final long LITTLE = 1024 * MEBIBYTE;

    private final Settings settings;
    private final DatabaseTrouble records;
    private final Instant now;

    MachineExamination(Settings settings, Instant now) {
        this.settings = settings;
        this.records = new DatabaseTrouble(settings);
        this.now = now;
    }

    List<Diagnosis> all() {
        return List.of(
                disk("Ổ đĩa dữ liệu", settings.home().data()),
                disk("Ổ đĩa sao lưu", records.backupFolder()),
                backup(),
                serving());
    }

    /** Of a folder that is not made yet, the nearest one above it that is there. */
    private static Diagnosis disk(String subject, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempFile(there, ".thu-ghi-", ""));
            return space(subject, there, Files.getFileStore(there).getUsableSpace());
        } catch (IOException refused) {
            return fault(
                    subject,
                    "không ghi được vào " + there + " (" + refused.getMessage() + ")",
                    "cho tài khoản chạy chương trình quyền ghi thư mục này; xem ổ đĩa có đầy không");
        }
    }

    static Diagnosis space(String subject, Path folder, long bytes) {
        String found = "còn trống " + bytes / MEBIBYTE + " MB ở " + folder;
        String remedy = "giải phóng chỗ; xem data/backups, data/letters";
        if (bytes < TOO_LITTLE) {
            return fault(subject, found, remedy);
        }
        return bytes < LITTLE ? warning(subject, found, remedy) : fine(subject, found);
    }

    private Diagnosis backup() {
        String remedy = "chạy dondoc backup; xem schedules/backup.yaml có enabled: true và dondoc serve có chạy không";
        Optional<Path> newest = records.newestBackup();
        if (newest.isEmpty()) {
            return warning("Sao lưu", "chưa có bản sao lưu nào ở " + records.backupFolder(), remedy);
        }
        Instant made = Backups.momentOf(newest.get());
        String found = "bản gần nhất lúc " + VietnamTime.inWords(made);
        return made.isBefore(now.minus(OLDEST_BACKUP))
                ? warning("Sao lưu", found + ", đã quá 2 ngày", remedy)
                : fine("Sao lưu", found);
    }

    private Diagnosis serving() {
        return ServingLock.holderOf(settings.home().data())
                .map(who -> fine("Chạy thường trực", who))
                .orElseGet(() -> warning(
                        "Chạy thường trực",
                        "không có dondoc serve nào đang chạy ở thư mục này; không có gì tự kiểm tra, tự gửi",
                        "chạy dondoc serve, hoặc systemctl start dondoc"));
    }

    /** The file as it lies on disk, before anything opens it. */
    List<Diagnosis> database() {
        if (!(settings.database() instanceof SqliteFile file)) {
            return List.of(fine(DATABASE, "ở " + settings.database().inWords()));
        }
        try {
            records.refuseLost();
            return file.exists()
                    ? ofFound(SqliteFileCheck.look(file.file()), file)
                    : List.of(fine(DATABASE, "chưa có, tự tạo khi chạy lần đầu"));
        } catch (FaultyFileException lost) {
            return lost.problems().stream()
                    .map(problem -> Doctor.ofProblem(DATABASE, problem, ""))
                    .toList();
        } catch (RuntimeException unreadable) {
            return List.of(records.inWords(unreadable)
                    .map(told -> Doctor.ofProblem(DATABASE, told.problems().get(0), ""))
                    .orElseGet(() -> fault(DATABASE, "không đọc được: " + unreadable.getMessage(), records.rescue())));
        }
    }

    private List<Diagnosis> ofFound(SqliteFileCheck.Found found, SqliteFile file) {
        if (!found.faults().isEmpty()) {
            return found.faults().stream()
                    .map(fault -> fault(DATABASE, fault, records.rescue()))
                    .toList();
        }
        String whole = "tệp " + file.inWords() + " nguyên vẹn";
        return List.of(
                SqliteFileCheck.isEarlier(found.schema())
                        ? warning(
                                DATABASE,
                                whole + ", của phiên bản trước: mức " + found.schema() + ", chương trình này dùng mức "
                                        + SqliteFileCheck.schemaOfThisProgram() + "; chưa xem dữ liệu bên trong",
                                "dừng dondoc serve, chép thư mục data ra nơi khác, rồi chạy dondoc check: dữ liệu tự nâng"
                                        + " lên mức mới; sau đó chạy lại dondoc doctor")
                        : fine(DATABASE, whole));
    }
}
