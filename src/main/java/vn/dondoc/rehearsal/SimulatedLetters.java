package vn.dondoc.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.MailSettingsOf;
import vn.dondoc.mail.MailException;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.rehearsal.Simulation.Period;

/**
 * The letters that a simulation left in its outbox, each written as a page. Those that wait for release get their .eml
 * file, too, with the moment at which they would have gone.
 */
final class SimulatedLetters {
    static final String FOLDER = "letters";
    static final String PAGES = "pages";

    private final Path pages;
    private final MailTransport files;
    private final Rehearsal rehearsal;
    private final Period period;
    private final List<SimulatedLetter> letters = new ArrayList<>();
    private int cancelled;
    private int waiting;

    private SimulatedLetters(Dondoc dondoc, Rehearsal rehearsal, Period period) {
        this.pages = dondoc.settings().home().folder().resolve(PAGES);
        this.files = MailSettingsOf.configuration(dondoc.settings()).openForRehearsal();
        this.rehearsal = rehearsal;
        this.period = period;
    }

    /** Takes them one by one, for a year of letters with their bodies fits into no memory. */
    static SimulatedLetters write(Dondoc dondoc, Rehearsal rehearsal, Period period) {
        SimulatedLetters written = new SimulatedLetters(dondoc, rehearsal, period);
        var counts = dondoc.outbox().countByState();
        // rows are never deleted, so their numbers run from 1 without a gap
        long last = counts.values().stream().mapToLong(Integer::longValue).sum();
        LongStream.rangeClosed(1, last).forEach(id -> dondoc.outbox().find(id).ifPresent(written::take));
        written.letters.sort(SimulatedLetter.BY_TIME);
        return written;
    }

    List<SimulatedLetter> letters() {
        return List.copyOf(letters);
    }

    int cancelled() {
        return cancelled;
    }

    int waiting() {
        return waiting;
    }

    private void take(QueuedLetter letter) {
        if (letter.state() == LetterState.CANCELLED) {
            cancelled += letter.queuedAt().isBefore(period.start()) ? 0 : 1;
            return;
        }
        Instant sent = letter.progress().sentAt();
        Optional<Instant> at =
                sent == null ? rehearsal.sendingAfter(letter.queuedAt(), period.to()) : Optional.of(sent);
        if (at.isEmpty()) {
            waiting++;
            return;
        }
        if (at.get().isBefore(period.start())) {
            return;
        }
        QueuedLetter dated = sent == null ? dated(letter, at.get()) : letter;
        if (sent == null) {
            writeFile(dated);
        }
        String page = LetterPage.nameOf(dated);
        Page.save(pages.resolve(page), LetterPage.of(dated));
        letters.add(SimulatedLetter.of(dated, at.get(), page));
    }

    private void writeFile(QueuedLetter letter) {
        try {
            files.send(letter);
        } catch (MailException unwritable) {
            throw new IllegalStateException("letter " + letter.id() + ": " + unwritable.reason(), unwritable);
        }
    }

    private static QueuedLetter dated(QueuedLetter letter, Instant at) {
        QueuedLetter.Progress progress = letter.progress();
        return new QueuedLetter(
                letter.id(),
                letter.messageId(),
                letter.letter(),
                letter.rulesVersion(),
                letter.queuedAt(),
                new QueuedLetter.Progress(
                        progress.state(),
                        progress.attempts(),
                        progress.nextAttemptAt(),
                        at,
                        progress.lease(),
                        progress.lastError(),
                        progress.sentAt(),
                        progress.deliveryNote()),
                letter.release(),
                letter.cancelReason());
    }
}
