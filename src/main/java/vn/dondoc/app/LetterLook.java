package vn.dondoc.app;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the letters that wait again: nobody who presses a button waits until those of everybody were looked at. */
final class LetterLook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LetterLook.class);

    private static final int SECONDS_TO_FINISH = 5;

    private final Dondoc dondoc;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "letters-again");
        made.setDaemon(true);
        return made;
    });

    LetterLook(Dondoc dondoc) {
        this.dondoc = dondoc;
    }

    /** Comes back at once. What is cut off by the program's end, the next check makes up for. */
    void soon(Instant at) {
        var unused = thread.submit(() -> look(at));
    }

    private void look(Instant at) {
        try {
            // after a leap of the clock what would be judged on a wrong day would be written, too
            if (dondoc.clockWatch().leap(at).isEmpty()) {
                var told = dondoc.afterSubmission(at);
            }
        } catch (RuntimeException failure) {
            LOG.error("the letters could not be looked at again; the next check will", failure);
        }
    }

    /** Lets a look under way finish, for a while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.warn("the letters are still being looked at; the next check does it over");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
