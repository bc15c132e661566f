package vn.dondoc.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.rules.RuleFiles;

/**
 * A letter of a simulated period, without its body: there may be tens of thousands.
 *
 * @param at when it went; for one that waits for release, when it would have gone without
 * @param agency id of the unit it is about; for a digest the recipient's title
 * @param page the file of its page
 * @param key by which the same letter is found in another simulation
 * @param content a hash of what the reader sees, the version of the rules at its foot left out
 */
public record SimulatedLetter(
        Instant at,
        LetterKind kind,
        String to,
        List<String> copies,
        String agency,
        String subject,
        int items,
        String messageId,
        String reason,
        LetterState state,
        String page,
        String key,
        String content) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static final Comparator<SimulatedLetter> BY_TIME = Comparator.comparing(SimulatedLetter::day)
            .thenComparing(SimulatedLetter::time)
            .thenComparing(letter -> letter.kind().code())
            .thenComparing(SimulatedLetter::to)
            .thenComparing(SimulatedLetter::messageId);

    static SimulatedLetter of(QueuedLetter letter, Instant at, String page) {
        return new SimulatedLetter(
                at,
                letter.letter().kind(),
                letter.letter().to(),
                letter.letter().cc(),
                letter.letter().agency(),
                letter.letter().subject(),
                letter.letter().items(),
                letter.messageId(),
                letter.letter().reason(),
                letter.state(),
                page,
                letter.letter().key(),
                contentOf(letter));
    }

    private static String contentOf(QueuedLetter letter) {
        StringBuilder content = new StringBuilder(letter.letter().subject())
                .append(letter.letter().to())
                .append(letter.letter().cc())
                .append(letter.letter().text());
        letter.letter().attachments().stream()
                .filter(attachment -> !attachment.isInline())
                .forEach(attachment -> content.append(attachment.name())
                        .append(
                                letter.letter().kind() == LetterKind.REMINDER
                                        ? RuleFiles.hashOf(attachment.content())
                                        : ""));
        return RuleFiles.hashOf(
                content.toString().replace(letter.rulesVersion(), "").getBytes(StandardCharsets.UTF_8));
    }

    public LocalDate day() {
        return VietnamTime.dayOf(at);
    }

    /** To the minute, as 07:05. */
    public String time() {
        return TIME.format(LocalTime.ofInstant(at, VietnamTime.ZONE));
    }

    public boolean isHeld() {
        return state == LetterState.HELD;
    }
}
