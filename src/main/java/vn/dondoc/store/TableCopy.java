package vn.dondoc.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries tables from one database to another, of either kind: row by row, with their numbers, in the order of their keys. */
final class TableCopy {
    private static final int ROWS_AT_A_TIME = 500;

    private TableCopy() {}

    /**
     * What a table holds.
     *
     * @param checksum SHA-256 of its rows in the order of the key; the same for the same rows in either database
     */
    record Contents(long rows, String checksum) {}

    /** Copies within the callers' transactions; what was read. */
    static Contents copy(Table table, Handle from, Handle to) {
        if (table.isOneRow()) {
            to.execute("DELETE FROM " + table.name());
        }
        Digest digest = new Digest();
        try (PreparedStatement select = from.getConnection().prepareStatement(table.select());
                PreparedStatement insert = to.getConnection().prepareStatement(table.insert())) {
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                int columns = table.columns().size();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        bind(insert, column, digest.add(row.getObject(column)));
                    }
                    insert.addBatch();
                    if (digest.endRow() % ROWS_AT_A_TIME == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("table " + table.name() + " could not be copied", failed);
        }
        return digest.contents();
    }

    /** What a table holds, as the transaction sees it. */
    static Contents contents(Table table, Handle in) {
        Digest digest = new Digest();
        try (PreparedStatement select = in.getConnection().prepareStatement(table.select())) {
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= table.columns().size(); column++) {
                        digest.add(row.getObject(column));
                    }
                    digest.endRow();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("table " + table.name() + " could not be read", failed);
        }
        return digest.contents();
    }

    private static void bind(PreparedStatement insert, int column, @Nullable Object value) throws SQLException {
        if (value == null) {
            insert.setNull(column, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            insert.setBytes(column, bytes);
        } else {
            insert.setObject(column, value);
        }
    }

    /** Takes each value with its kind and length, so that no two different rows read alike. */
    private static final class Digest {
        private final MessageDigest digest;
        private long rows;

        Digest() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        @Nullable Object add(@Nullable Object value) {
            if (value == null) {
                digest.update((byte) 'n');
            } else if (value instanceof byte[] bytes) {
                add('b', bytes);
            } else {
                // a number's width is the database's own affair
                add(value instanceof Number ? 'i' : 't', value.toString().getBytes(StandardCharsets.UTF_8));
            }
            return value;
        }

        private void add(char kind, byte[] bytes) {
            digest.update((byte) kind);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }

        long endRow() {
            return ++rows;
        }

        Contents contents() {
            return new Contents(rows, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
