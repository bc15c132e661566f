package vn.dondoc.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress;

/**
 * The folder of backups: one folder each, named after its moment, and the original files of all of them beside, once each,
 * as they never change. A backup is made while the program serves; under its name it is whole.
 */
public final class Backups {
    static final String DATABASE = "dondoc.db";
    static final String RECEIVED = "received";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss").withZone(VietnamTime.ZONE);
    private static final Pattern NAMED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{6}");

    private final Path root;

    public Backups(Path root) {
        this.root = root;
    }

    /**
     * Makes one.
     *
     * @param database copied into a SQLite file, whatever it is
     * @param keep how many are kept, this one included; older ones are deleted once it is whole
     * @return its folder
     * @throws UncheckedIOException when the disk does not take it; then the older ones are untouched
     */
    public Path make(HomeFiles home, DatabaseAddress database, int keep, Instant now) {
        try {
            Files.createDirectories(root);
            Path unfinished = Files.createTempDirectory(root, ".dang-sao-luu-");
            Path made = root.resolve(NAME.format(now));
            try {
                fill(unfinished, home, database);
                Files.move(unfinished, made, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException failed) {
                Folders.delete(unfinished);
                throw failed;
            }
            deleteAllBut(Math.max(keep, 1));
            return made;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void fill(Path folder, HomeFiles home, DatabaseAddress database) throws IOException {
        // the database first: an original is there before the row that names it
        Database.copy(database, folder.resolve(DATABASE));
        Folders.copyMissing(home.received(), root.resolve(RECEIVED));
        for (var other : home.others().entrySet()) {
            Folders.copyMissing(other.getValue(), folder.resolve(other.getKey()));
        }
        CheckSums.write(folder);
    }

    private void deleteAllBut(int keep) throws IOException {
        List<Path> made = all();
        for (Path old : made.subList(0, Math.max(0, made.size() - keep))) {
            Folders.delete(old);
        }
    }

    /** When a backup was made, as its name says. */
    public static Instant momentOf(Path backup) {
        return Instant.from(NAME.parse(backup.getFileName().toString()));
    }

    /** Every backup, the oldest first. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder ->
                            NAMED.matcher(folder.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
