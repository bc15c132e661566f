package vn.dondoc.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.audit.Act;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.Database;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.SentLetters;
import vn.dondoc.store.SqliteFileCheck;
import vn.dondoc.store.UnreadableFileException;

/**
 * A home made again from a backup. What was there is put aside, not deleted; letters that went out since are written over
 * from it, and where it cannot be read all sending stops until a person has looked.
 */
public final class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss").withZone(VietnamTime.ZONE);

    private static final String WHY_STOPPED =
            "phục hồi từ bản sao lưu: không biết thư nào đã gửi từ lúc sao lưu; xem lại rồi mới cho gửi tiếp";

    private final Path backup;
    private final HomeFiles home;
    private final SqliteFileCheck.Found found;

    private Restoration(Path backup, HomeFiles home, SqliteFileCheck.Found found) {
        this.backup = backup;
        this.home = home;
        this.found = found;
    }

    /**
     * What restoring did.
     *
     * @param putAside where the database lies that was replaced; empty when there was none
     * @param carriedOver letters sent since the backup; empty when that could not be told, and sending is stopped
     * @param unknownOriginals original files that came in after the backup, to be submitted again
     * @param kept files of rules, schedules and config that differ from the backup and were left as they are
     */
    public record Outcome(
            Optional<Path> putAside,
            Optional<SentLetters.CarriedOver> carriedOver,
            List<Path> unknownOriginals,
            List<String> kept) {}

    /**
     * Looks whether a backup can be restored; changes nothing.
     *
     * @throws FaultyFileException when it is no backup, is of another version, or fails a check; names everything
     */
    public static Restoration of(Path backup, HomeFiles home) {
        try {
            List<Problem> faults = new ArrayList<>(CheckSums.faults(backup));
            refuse(faults);
            SqliteFileCheck.Found found = look(backup.resolve(Backups.DATABASE));
            found.faults().forEach(fault -> faults.add(problem(backup.resolve(Backups.DATABASE), fault)));
            String known = SqliteFileCheck.schemaOfThisProgram();
            if (!found.schema().equals(known)) {
                faults.add(new Problem(
                        backup.toString(),
                        "bản sao lưu của phiên bản khác: cơ sở dữ liệu ở mức " + found.schema()
                                + ", chương trình này dùng mức " + known,
                        SqliteFileCheck.isEarlier(found.schema())
                                ? "phục hồi bằng đúng phiên bản chương trình đã sao lưu, rồi mới nâng cấp"
                                : "phục hồi bằng phiên bản chương trình đã sao lưu, mới hơn chương trình này"));
            }
            faults.addAll(missingOriginals(backup, home, found));
            refuse(faults);
            return new Restoration(backup, home, found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void refuse(List<Problem> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyFileException(faults);
        }
    }

    private static SqliteFileCheck.Found look(Path database) {
        try {
            return SqliteFileCheck.look(database);
        } catch (UnreadableFileException unreadable) {
            throw new FaultyFileException(List.of(problem(database, "không đọc được: " + unreadable.getMessage())));
        }
    }

    private static List<Problem> missingOriginals(Path backup, HomeFiles home, SqliteFileCheck.Found found)
            throws IOException {
        List<Problem> faults = new ArrayList<>();
        for (Map.Entry<String, String> original : found.originals().entrySet()) {
            Path kept = received(backup).resolve(original.getKey());
            Path stillThere = home.received().resolve(original.getKey());
            Path file = Files.exists(kept) ? kept : stillThere;
            if (!Files.exists(file) || !CheckSums.sha256(file).equals(original.getValue())) {
                faults.add(problem(kept, "bản gốc của báo cáo đã nhận bị thiếu hoặc không còn như lúc nhận"));
            }
        }
        return faults;
    }

    private static Path received(Path backup) {
        return backup.resolveSibling(Backups.RECEIVED);
    }

    private static Problem problem(Path place, String what) {
        return new Problem(place.toString(), what, "dùng bản sao lưu khác");
    }

    /** What the backup holds. */
    public SqliteFileCheck.Found found() {
        return found;
    }

    /**
     * Restores.
     *
     * @param author who restores, for the audit log and for the stop of sending
     * @param senderAddress as the outbox knows it
     */
    public Outcome restore(String author, String senderAddress, Instant now) {
        try {
            Optional<Path> putAside = putAside(now);
            Folders.copyMissing(received(backup), home.received());
            Path unfinished = home.database().resolveSibling(".phuc-hoi.db");
            Files.copy(backup.resolve(Backups.DATABASE), unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, home.database(), StandardCopyOption.ATOMIC_MOVE);
            List<String> kept = putBackWhatIsMissing();
            try (Database restored = Database.open(home.database())) {
                Optional<SentLetters.CarriedOver> carriedOver = putAside.flatMap(
                        old -> carryOver(old.resolve(home.database().getFileName()), restored));
                if (carriedOver.isEmpty()) {
                    new OutboxStore(restored, senderAddress).pause(new OfficerAct(author, WHY_STOPPED, now));
                }
                new AuditLog(restored)
                        .add(now, author, Act.RESTORED, String.valueOf(backup.getFileName()), inWords(putAside));
                return new Outcome(putAside, carriedOver, unknownOriginals(), kept);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static String inWords(Optional<Path> putAside) {
        return putAside.map(old -> "dữ liệu trước đó để ở " + old).orElse("trước đó không có dữ liệu");
    }

    private Optional<Path> putAside(Instant now) throws IOException {
        Path database = home.database();
        if (!Files.exists(database)) {
            return Optional.empty();
        }
        Path aside = database.resolveSibling("truoc-phuc-hoi").resolve(NAME.format(now));
        Files.createDirectories(aside);
        for (String ending : List.of("", "-wal", "-shm")) {
            Path file = database.resolveSibling(database.getFileName() + ending);
            if (Files.exists(file)) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
        }
        return Optional.of(aside);
    }

    private static Optional<SentLetters.CarriedOver> carryOver(Path later, Database restored) {
        try {
            return Optional.of(SentLetters.carryOver(later, restored));
        } catch (UnreadableFileException unreadable) {
            LOG.warn("what was sent since the backup cannot be read from {}", later, unreadable);
            return Optional.empty();
        }
    }

    /** Edited rules and configuration are somebody's work: they stay. */
    private List<String> putBackWhatIsMissing() throws IOException {
        List<String> kept = new ArrayList<>();
        for (Map.Entry<String, Path> other : home.others().entrySet()) {
            Path saved = backup.resolve(other.getKey());
            for (Path file : Folders.filesIn(saved)) {
                String name = saved.equals(file) ? "" : saved.relativize(file).toString();
                Path there =
                        name.isEmpty() ? other.getValue() : other.getValue().resolve(name);
                if (Files.exists(there) && Files.mismatch(file, there) >= 0) {
                    kept.add(home.folder().relativize(there.toAbsolutePath()).toString());
                }
            }
            Folders.copyMissing(saved, other.getValue());
        }
        return kept;
    }

    private List<Path> unknownOriginals() throws IOException {
        List<Path> unknown = new ArrayList<>();
        for (Path file : Folders.filesIn(home.received())) {
            if (!found.originals()
                    .containsKey(home.received().relativize(file).toString().replace('\\', '/'))) {
                unknown.add(file);
            }
        }
        return unknown;
    }
}
