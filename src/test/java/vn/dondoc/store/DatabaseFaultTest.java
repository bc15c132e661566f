package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.audit.Act;

/** What the database and the disk refuse is told apart, however deep it lies among the causes. */
class DatabaseFaultTest {
    private static final Instant MORNING = Instant.parse("2018-01-02T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_database_that_may_grow_no_more_is_full_and_keeps_what_it_had() {
        try (Database database = Database.open(folder.resolve("dondoc.db"))) {
            AuditLog log = new AuditLog(database);
            log.add(MORNING, "Nguyễn Thị A", Act.RESTORED, "việc", "");
            Throwable refused = catchThrowable(() -> database.jdbi().useHandle(handle -> {
                long pages =
                        handle.select("PRAGMA page_count").mapTo(Long.class).one();
                handle.execute("PRAGMA max_page_count = " + pages);
                handle.useTransaction(inside -> {
                    for (int i = 0; i < 100; i++) {
                        AuditLog.add(inside, MORNING, "Nguyễn Thị A", Act.RESTORED, "việc", "x".repeat(1_000));
                    }
                });
            }));
            assertThat(DatabaseFault.in(refused)).contains(DatabaseFault.FULL);
            assertThat(log.head().number()).isEqualTo(1);
            assertThat(log.verify()).isEmpty();
        }
    }

    @Test
    void a_database_that_may_not_be_written_is_read_only() {
        try (Database database = Database.open(folder.resolve("dondoc.db"))) {
            Throwable refused = catchThrowable(() -> database.jdbi().useHandle(handle -> {
                handle.execute("PRAGMA query_only = 1");
                AuditLog.add(handle, MORNING, "Nguyễn Thị A", Act.RESTORED, "việc", "");
            }));
            assertThat(DatabaseFault.in(refused)).contains(DatabaseFault.READ_ONLY);
        }
    }

    @Test
    void what_the_system_says_of_a_full_disk_is_understood() {
        assertThat(DatabaseFault.in(
                        new UncheckedIOException(new FileSystemException("x", null, "No space left on device"))))
                .contains(DatabaseFault.FULL);
        assertThat(DatabaseFault.in(new UncheckedIOException(new IOException("gì đó khác"))))
                .isEmpty();
        assertThat(DatabaseFault.in(new IllegalStateException("gì đó khác"))).isEmpty();
    }
}
