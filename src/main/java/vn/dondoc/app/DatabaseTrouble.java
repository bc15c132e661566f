package vn.dondoc.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.backup.Backups;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DatabaseAddress.SqliteFile;
import vn.dondoc.store.DatabaseFault;
import vn.dondoc.store.SqliteFileCheck;

/** Says to the administrator what is wrong with a home's records, and from which backup they are made again. */
public final class DatabaseTrouble {
    private final Settings settings;

    public DatabaseTrouble(Settings settings) {
        this.settings = settings;
    }

    /**
     * Lets a home pass that has its records, or never had any.
     *
     * @throws FaultyFileException when originals, letters or backups are there and the database file is not, or is blank
     */
    void refuseLost() {
        if (settings.database() instanceof SqliteFile database && SqliteFileCheck.isBlank(database.file())) {
            traces().ifPresent(trace -> {
                throw new FaultyFileException(List.of(new Problem(
                        database.inWords(),
                        "không có dữ liệu, trong khi " + trace + "; chương trình không tự bắt đầu lại từ đầu",
                        rescue()
                                + "; hoặc sửa database.file trong config/dondoc.yaml nếu tệp nằm nơi khác; muốn bắt đầu lại từ đầu thì"
                                + " chuyển các thư mục nói trên đi nơi khác")));
            });
        }
    }

    /** What a failure says of the database file or its disk; empty when it is about something else. */
    public Optional<FaultyFileException> inWords(Throwable failure) {
        return DatabaseFault.in(failure).flatMap(this::inWords);
    }

    /** The same of a failure that arose while the file was opened, and so is about it. */
    Optional<FaultyFileException> inWordsAtOpening(RuntimeException failure) {
        return failure instanceof UncheckedIOException
                        && DatabaseFault.in(failure).isEmpty()
                ? inWords(DatabaseFault.UNREADABLE)
                : inWords(failure);
    }

    private Optional<FaultyFileException> inWords(DatabaseFault fault) {
        return settings.database() instanceof SqliteFile database
                ? Optional.of(new FaultyFileException(List.of(new Problem(
                        database.inWords(), fault.words(), fault.remedy().isEmpty() ? rescue() : fault.remedy()))))
                : Optional.empty();
    }

    /** From which backup the records are made again. */
    String rescue() {
        return newestBackup()
                .map(backup -> "phục hồi từ bản sao lưu gần nhất: dondoc restore " + backup)
                .orElse("phục hồi từ một bản sao lưu bằng lệnh dondoc restore THƯ_MỤC; trong thư mục " + backupFolder()
                        + " không có bản nào");
    }

    Optional<Path> newestBackup() {
        try {
            List<Path> all = new Backups(backupFolder()).all();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path backupFolder() {
        return settings.home()
                .folder()
                .resolve(settings.configuration().backup().folder());
    }

    /** What only a home has that was in use. */
    private Optional<String> traces() {
        Path letters = settings.home().letters(settings.configuration());
        return Stream.of(
                        holdsFiles(settings.home().received())
                                ? settings.home().received() + " có báo cáo đã nhận"
                                : "",
                        holdsFiles(letters) ? letters + " có thư đã gửi" : "",
                        newestBackup().isPresent() ? backupFolder() + " có bản sao lưu" : "")
                .filter(trace -> !trace.isEmpty())
                .reduce((one, other) -> one + ", " + other);
    }

    private static boolean holdsFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
