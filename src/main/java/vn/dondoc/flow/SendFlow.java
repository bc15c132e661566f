package vn.dondoc.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.MailException;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.RetryPolicy;
import vn.dondoc.outbox.Worker;
import vn.dondoc.store.OutboxStore;

/**
 * Takes due letters from the outbox to the mail server. As many as the server has connections for do this side by side:
 *
 * <ol>
 *   <li>stop while sending is paused, on days off and outside office hours;
 *   <li>wait for a turn, if there is a limit to the letters of a minute;
 *   <li>claim the letter that has been due longest;
 *   <li>send it;
 *   <li>mark it sent, or queue it for a later attempt, or give it up;
 *   <li>again, until nothing is due or the server does not answer.
 * </ol>
 *
 * <p>If the process dies between 4 and 5, the letter is sent again when its lease has run out, with the same Message-ID.
 */
public final class SendFlow {
    private static final Logger LOG = LoggerFactory.getLogger(SendFlow.class);

    /** With the store's own patience two minutes and more: as long as a full disk or a locked database may take to mend. */
    private static final int ATTEMPTS_TO_MARK = 10;

    private static final Duration BETWEEN_ATTEMPTS_TO_MARK = Duration.ofSeconds(3);

    private final OutboxStore outbox;
    private final MailTransport transport;
    private final RetryPolicy retries;
    private final OfficeHours hours;
    private final WorkingCalendar calendar;
    private final Worker worker;
    private final LeaseRenewal leases;
    private final Pace pace;
    private volatile boolean stopping;
    /** Not known at first: another process may have left it so. */
    private volatile boolean standsStill = true;

    public SendFlow(
            OutboxStore outbox,
            MailTransport transport,
            RetryPolicy retries,
            OfficeHours hours,
            WorkingCalendar calendar,
            Worker worker) {
        this.outbox = outbox;
        this.transport = transport;
        this.retries = retries;
        this.hours = hours;
        this.calendar = calendar;
        this.worker = worker;
        this.leases = new LeaseRenewal(outbox, worker);
        this.pace = Pace.of(transport.load().lettersPerMinute());
    }

    /** A run at one fixed moment, for virtual clocks and rehearsals. */
    public SendResult send(Instant now) {
        return send(Clock.fixed(now, VietnamTime.ZONE));
    }

    /** A run on a clock that goes on while letters are sent, as leases need it where two workers share an outbox. */
    public SendResult send(Clock clock) {
        SendTally tally = new SendTally();
        try {
            Hands.together(handsFor(clock), () -> sendOneByOne(clock, tally));
        } finally {
            transport.rest();
        }
        return tally.result();
    }

    /** On a clock that stands still one letter follows the other, so that a rehearsal goes the same way every time. */
    private int handsFor(Clock clock) {
        boolean standsStill = clock.equals(Clock.fixed(clock.instant(), clock.getZone()));
        return standsStill ? 1 : transport.load().connections();
    }

    private void sendOneByOne(Clock clock, SendTally tally) {
        while (true) {
            Optional<StopReason> stop = reasonToStop(clock.instant(), tally);
            if (stop.isPresent()) {
                tally.stopped(stop.get());
                return;
            }
            if (!pace.turn()) {
                continue;
            }
            Optional<QueuedLetter> claimed = outbox.claims().claimNext(clock.instant(), worker);
            if (claimed.isEmpty()) {
                tally.stopped(StopReason.NOTHING_DUE);
                return;
            }
            try (LeaseRenewal.Hold held = leases.on(claimed.get())) {
                deliver(claimed.get(), clock, tally);
            }
        }
    }

    /** No further letter is begun by this worker; the one on its way goes on. */
    public void stop() {
        stopping = true;
    }

    /** What this worker is still sending, another may send: to be called when there is no time left to finish. */
    public int giveBack() {
        return outbox.claims().giveBack(worker);
    }

    private Optional<StopReason> reasonToStop(Instant now, SendTally tally) {
        if (stopping || Thread.currentThread().isInterrupted()) {
            return Optional.of(StopReason.STOPPING);
        }
        Optional<StopReason> refusal = tally.refusal();
        if (refusal.isPresent()) {
            return refusal;
        }
        if (outbox.currentPause().isPresent()) {
            return Optional.of(StopReason.PAUSED);
        }
        if (!calendar.isWorkingDay(VietnamTime.dayOf(now))) {
            return Optional.of(StopReason.DAY_OFF);
        }
        return hours.contains(now) ? Optional.empty() : Optional.of(StopReason.OUTSIDE_HOURS);
    }

    private void deliver(QueuedLetter claimed, Clock clock, SendTally tally) {
        MailTransport.Delivery delivery;
        try {
            if (claimed.progress().attempts() > retries.maxAttempts()) {
                throw MailException.permanent("lần gửi nào chương trình cũng dừng giữa chừng", null);
            }
            delivery = transport.send(claimed);
        } catch (MailException failure) {
            recordFailure(claimed, failure, clock.instant(), tally);
            return;
        } catch (RuntimeException bug) {
            LOG.error("Sending letter {} ran into a mistake of the program", claimed.id(), bug);
            recordFailure(claimed, MailException.passing("lỗi của chương trình: " + bug, bug), clock.instant(), tally);
            return;
        }
        // not inside the try: a letter that is out must never be queued again because marking failed
        boolean marked = markSent(claimed, delivery, clock.instant());
        noteThatMailMoves();
        tally.sent(marked);
        warnOfLostLease(claimed, marked);
    }

    /** Written down as soon as the store takes it, or another worker would send the letter again. */
    private boolean markSent(QueuedLetter claimed, MailTransport.Delivery delivery, Instant at) {
        for (int attempt = 1; attempt < ATTEMPTS_TO_MARK && !stopping; attempt++) {
            try {
                return outbox.claims().markSent(claimed, at, delivery.note().orElse(null));
            } catch (RuntimeException notWritten) {
                LOG.error(
                        "Letter {} is out, and that cannot be written down; will try again", claimed.id(), notWritten);
                LockSupport.parkNanos(BETWEEN_ATTEMPTS_TO_MARK.toNanos());
            }
        }
        return outbox.claims().markSent(claimed, at, delivery.note().orElse(null));
    }

    private void noteThatMailMoves() {
        if (standsStill) {
            outbox.moves();
            standsStill = false;
        }
    }

    private void recordFailure(QueuedLetter claimed, MailException failure, Instant failedAt, SendTally tally) {
        boolean marked = failure.serverAlone()
                ? recordServerFailure(claimed, failure, failedAt, tally)
                : recordLettersFailure(claimed, failure, failedAt, tally);
        warnOfLostLease(claimed, marked);
        if (marked && !failure.permanent()) {
            standsStill = true;
            outbox.standsStill(failedAt, failure.reason());
        }
    }

    private boolean recordLettersFailure(
            QueuedLetter claimed, MailException failure, Instant failedAt, SendTally tally) {
        String error = failure.reason();
        Optional<Instant> next = retries.nextAttempt(claimed.progress().attempts(), failure.permanent(), failedAt);
        boolean marked;
        if (next.isPresent()) {
            marked = outbox.claims().markForRetry(claimed, error, next.get());
            LOG.info("Letter {} will be tried again at {}: {}", claimed.id(), next.get(), error);
        } else {
            marked = outbox.claims().markGivenUp(claimed, error, failedAt);
            LOG.warn("Letter {} is given up; 'outbox retry {}' queues it anew: {}", claimed.id(), claimed.id(), error);
        }
        tally.failed(failure, marked, next.isPresent());
        return marked;
    }

    /** Whatever becomes of the server, a letter that it has not heard of is never given up for that. */
    private boolean recordServerFailure(
            QueuedLetter claimed, MailException failure, Instant failedAt, SendTally tally) {
        RetryPolicy.Wait wait = retries.waitForServer(claimed.progress().attempts(), failedAt);
        boolean marked = wait.counts()
                ? outbox.claims().markForRetry(claimed, failure.reason(), wait.until())
                : outbox.claims().putBack(claimed, failure.reason(), wait.until());
        LOG.warn("No mail server for letter {}, next at {}: {}", claimed.id(), wait.until(), failure.reason());
        tally.failed(failure, marked, true);
        return marked;
    }

    private static void warnOfLostLease(QueuedLetter claimed, boolean marked) {
        if (!marked) {
            LOG.warn("Letter {} took longer than its lease; the worker that took it over decides", claimed.id());
        }
    }
}
