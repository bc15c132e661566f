package vn.dondoc.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.TableCopy.Contents;

/**
 * Moves everything that a SQLite file holds to a PostgreSQL server:
 *
 * <ol>
 *   <li>the file is copied aside, as it is at this moment, and the copy brought to the tables of this version
 *   <li>the server gets its tables; a server that holds anything is refused
 *   <li>in one transaction every table is copied, each after those that it refers to, numbers and all
 *   <li>what arrived is read back: counts and checksums must be those of the file, or nothing is kept
 * </ol>
 */
public final class DatabaseMove {
    private DatabaseMove() {}

    /**
     * What a table holds, here and there.
     *
     * @param checksum SHA-256 of its rows
     */
    public record MovedTable(String name, long rows, String checksum) {}

    /**
     * Looks at a server and leaves it as it is.
     *
     * @throws FaultyFileException when it cannot be reached or its database cannot be used
     */
    public static void refuseUnusable(PostgresServer server) {
        try (HikariDataSource connections = PostgresPool.to(server, 1)) {
            PostgresPool.refuseUnusable(connections, server);
        }
    }

    /** What would be moved; nothing is written anywhere, not even to the file. */
    public static List<MovedTable> preview(Path file) {
        return withCopyOf(
                file,
                copy -> copy.jdbi()
                        .inTransaction(handle -> Table.all(handle).stream()
                                .map(table -> moved(table, TableCopy.contents(table, handle)))
                                .toList()));
    }

    /**
     * Moves.
     *
     * @param file only read; nobody may write it meanwhile
     * @throws FaultyFileException when the server holds something already, or somebody wrote to the file
     */
    public static List<MovedTable> move(Path file, Database to) {
        String before = stampOf(file);
        return withCopyOf(
                file,
                copy -> to.inTurn(target -> copy.jdbi().inTransaction(source -> {
                    List<Table> tables = Table.all(source);
                    refuseIfNotEmpty(tables, target, to);
                    List<MovedTable> moved = new ArrayList<>();
                    for (Table table : tables) {
                        moved.add(moved(table, carried(table, source, target)));
                    }
                    if (!before.equals(stampOf(file))) {
                        throw refusal(
                                file.toString(),
                                "có chương trình đang ghi vào tệp trong lúc chuyển",
                                "dừng dondoc serve rồi chạy lại; máy chủ PostgreSQL chưa nhận gì");
                    }
                    return moved;
                })));
    }

    private static Contents carried(Table table, Handle source, Handle target) {
        Contents sent = TableCopy.copy(table, source, target);
        Contents arrived = TableCopy.contents(table, target);
        if (!sent.equals(arrived)) {
            throw new IllegalStateException("table " + table.name() + " arrived as " + arrived + " and not as " + sent);
        }
        continueNumbers(table, target);
        return arrived;
    }

    /** New rows are numbered after those that came. */
    private static void continueNumbers(Table table, Handle target) {
        target.select(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND table_name = ? AND is_identity = 'YES'",
                        table.name())
                .mapTo(String.class)
                .forEach(column -> target.select(
                                "SELECT setval(pg_get_serial_sequence(?, ?), max(" + column + ")) FROM " + table.name()
                                        + " HAVING max(" + column + ") IS NOT NULL",
                                table.name(),
                                column)
                        .mapTo(Long.class)
                        .findOne());
    }

    private static void refuseIfNotEmpty(List<Table> tables, Handle target, Database to) {
        List<String> filled = tables.stream()
                .filter(table -> !table.isOneRow())
                .map(Table::name)
                .filter(table -> target.createQuery("SELECT EXISTS (SELECT 1 FROM " + table + ")")
                        .mapTo(Boolean.class)
                        .one())
                .toList();
        if (!filled.isEmpty()) {
            throw refusal(
                    to.server().map(DatabaseAddress::inWords).orElse(""),
                    "cơ sở dữ liệu đích đã có dữ liệu (" + String.join(", ", filled) + ")",
                    "tạo một cơ sở dữ liệu trống khác");
        }
    }

    private static MovedTable moved(Table table, Contents contents) {
        return new MovedTable(table.name(), contents.rows(), contents.checksum());
    }

    private interface Reading<T> {
        T of(Database copy);
    }

    private static <T> T withCopyOf(Path file, Reading<T> reading) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".chuyen-");
            Path aside = folder.resolve("dondoc.db");
            Database.copy(file, aside);
            try (Database copy = Database.openForRehearsal(aside)) {
                return reading.of(copy);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Changes when somebody writes to the file. */
    private static String stampOf(Path file) {
        StringBuilder stamp = new StringBuilder();
        for (String part : List.of("", "-wal")) {
            Path one = file.resolveSibling(file.getFileName() + part);
            try {
                stamp.append(Files.exists(one) ? Files.size(one) + "@" + Files.getLastModifiedTime(one) : "-")
                        .append(' ');
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return stamp.toString();
    }

    private static FaultyFileException refusal(String place, String message, String hint) {
        return new FaultyFileException(List.of(new Problem(place, message, hint)));
    }
}
