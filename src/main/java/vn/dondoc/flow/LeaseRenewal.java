package vn.dondoc.flow;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Worker;
import vn.dondoc.store.OutboxStore;

/** Keeps a worker's hold on the letters that are on their way, however slow the mail server is. */
final class LeaseRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewal.class);
    private static final Duration INTERVAL = Worker.LEASE.dividedBy(4);

    private final OutboxStore outbox;
    private final Worker worker;
    private final ScheduledThreadPoolExecutor timer;

    LeaseRenewal(OutboxStore outbox, Worker worker) {
        this.outbox = outbox;
        this.worker = worker;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lease-renewal");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** From a claim until it is marked. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    Hold on(QueuedLetter claimed) {
        ScheduledFuture<?> renewing = timer.scheduleWithFixedDelay(
                () -> renew(claimed), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return () -> renewing.cancel(false);
    }

    private void renew(QueuedLetter claimed) {
        try {
            outbox.claims().renew(claimed, worker);
        } catch (RuntimeException failure) {
            LOG.warn("The hold on letter {} could not be renewed; will try again", claimed.id(), failure);
        }
    }
}
