package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A file whose tables are known to be current is opened without asking Flyway; any other one is looked at. */
class TableHistoryTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void open_once() {
        file = folder.resolve("dondoc.db");
        Database.open(file).close();
    }

    @Test
    void the_figures_are_those_of_the_shipped_migrations() {
        assertThat(TableHistory.SHIPPED).isEqualTo(TableHistory.ofMigrations());
    }

    @Test
    void a_file_that_this_program_made_is_known() {
        assertThat(isKnown()).isTrue();
    }

    @Test
    void a_new_file_is_not() {
        file = folder.resolve("new.db");
        assertThat(isKnown()).isFalse();
    }

    @Test
    void a_migration_too_few_or_too_many_is_seen() throws SQLException {
        execute("DELETE FROM flyway_schema_history WHERE version = '3'");
        assertThat(isKnown()).isFalse();
    }

    @Test
    void an_altered_migration_is_seen_and_refused_as_before() throws SQLException {
        execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '3'");
        assertThat(isKnown()).isFalse();
        assertThatThrownBy(() -> Database.open(file)).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void a_migration_that_broke_off_is_seen() throws SQLException {
        execute("UPDATE flyway_schema_history SET success = 0 WHERE version = '3'");
        assertThat(isKnown()).isFalse();
    }

    private boolean isKnown() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return TableHistory.SHIPPED.isOf(source);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement made = connection.createStatement()) {
            made.executeUpdate(statement);
        }
    }
}
