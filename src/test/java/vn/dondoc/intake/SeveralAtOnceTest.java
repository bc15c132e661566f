package vn.dondoc.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.intake.Office.NOW;
import static vn.dondoc.intake.Office.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in while others are read: what is read takes a multiple of its bytes in memory. */
class SeveralAtOnceTest {
    private static final int FILES = 4;

    @TempDir
    Path folder;

    @Test
    void two_files_are_read_at_a_time_and_the_others_are_kept_and_wait() throws Exception {
        Office office = new Office(folder);
        Semaphore reading = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        Intake intake = new Intake(
                () -> {
                    reading.release();
                    goOn.acquireUninterruptibly();
                    return Office.plan();
                },
                new OriginalFiles(office.received),
                office.store,
                Intake.DEFAULT_LIMIT);
        ExecutorService threads = Executors.newFixedThreadPool(FILES);
        List<Future<Receipt>> receipts = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            byte[] content = report("so-noi-vu", "2017-Q" + (file + 1), "").getBytes(UTF_8);
            receipts.add(threads.submit(() -> intake.receive("so-lieu.json", content, Intake.Options.STRICT, NOW)));
        }
        assertThat(reading.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        assertThat(reading.tryAcquire(1, TimeUnit.SECONDS)).as("a third").isFalse();
        goOn.release();
        assertThat(reading.tryAcquire(30, TimeUnit.SECONDS))
                .as("once one is done")
                .isTrue();
        goOn.release(FILES);
        for (Future<Receipt> receipt : receipts) {
            assertThat(receipt.get(30, TimeUnit.SECONDS).refused()).isNotNull();
        }
        threads.shutdown();
        office.database.close();
    }
}
