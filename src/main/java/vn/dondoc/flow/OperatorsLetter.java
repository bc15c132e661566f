package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.notices.Notice.Trouble;
import vn.dondoc.notices.Recipient;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.store.OutboxStore;

/** Tells each administrator of something about the running of the program; of each topic at most once a day. */
public final class OperatorsLetter {
    private final List<Recipient> administrators;
    private final LetterWriter writer;
    private final Supplier<RuleBook> rules;
    private final OutboxStore outbox;

    /** @param rules in force; a letter names their plan and version */
    public OperatorsLetter(
            List<Recipient> administrators, LetterWriter writer, Supplier<RuleBook> rules, OutboxStore outbox) {
        this.administrators = List.copyOf(administrators);
        this.writer = writer;
        this.rules = rules;
        this.outbox = outbox;
    }

    /**
     * What to tell, in Vietnamese.
     *
     * @param topic ASCII: of each topic there is one letter a day
     * @param headline what is the matter, without a full stop
     * @param lines what it concerns, one by one
     * @param request what to do about it, without a full stop
     */
    public record Matter(String topic, String headline, List<String> lines, String request) {}

    /** @return false when that topic was told on that day already */
    public boolean tell(Matter matter, Instant at) {
        RuleBook inForce = rules.get();
        LocalDate day = VietnamTime.dayOf(at);
        boolean queued = false;
        for (Recipient administrator : administrators) {
            Trouble trouble = new Trouble(
                    administrator, day, matter.topic(), matter.headline(), matter.lines(), matter.request());
            queued |= outbox.enqueue(
                    writer.write(trouble, inForce.plan(), at, inForce.version()), inForce.version(), false, at);
        }
        return queued;
    }
}
