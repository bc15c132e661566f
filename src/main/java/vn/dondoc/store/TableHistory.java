package vn.dondoc.store;

import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Which migrations made the tables of a file, told by one query: Flyway, which looks for them in every jar, has to be asked
 * only where they are others than the shipped ones, and then says what is wrong.
 *
 * @param migrations how many there were
 * @param checksums the sum of what Flyway remembers of their texts
 * @param succeeded how many of them
 */
record TableHistory(long migrations, long checksums, long succeeded) {
    /** To be brought up with each migration; the test of this class says the figures. */
    static final TableHistory SHIPPED = new TableHistory(19, -3_310_802_171L, 19);

    /** What the migrations of this program leave behind in a file. */
    static TableHistory ofMigrations() {
        var shipped = Flyway.configure()
                .dataSource("jdbc:sqlite::memory:", null, null)
                .locations(Dialect.SQLITE.migrations())
                .load()
                .info()
                .all();
        return new TableHistory(
                shipped.length,
                Arrays.stream(shipped)
                        .mapToLong(migration -> Objects.requireNonNull(migration.getChecksum()))
                        .sum(),
                shipped.length);
    }

    /** Whether a database has this history; one that cannot tell, because it is new or unusable, has not. */
    boolean isOf(DataSource database) {
        try {
            return Jdbi.create(database)
                    .withHandle(handle -> handle.select(
                                    "SELECT count(*), sum(checksum), count(CASE WHEN success THEN 1 END)"
                                            + " FROM flyway_schema_history")
                            .map((row, context) -> new TableHistory(row.getLong(1), row.getLong(2), row.getLong(3)))
                            .one())
                    .equals(this);
        } catch (JdbiException untold) {
            return false;
        }
    }
}
