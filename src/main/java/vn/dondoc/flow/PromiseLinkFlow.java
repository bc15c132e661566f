package vn.dondoc.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.facts.Agency;
import vn.dondoc.notices.Arrangements;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.PromiseRule;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.PromiseStore;
import vn.dondoc.store.PromiseStore.LinkUse;
import vn.dondoc.store.PromiseStore.LinkedLetter;

/** Promises (hẹn nộp) given through the link of a letter: looking changes nothing, giving uses the link up. */
public final class PromiseLinkFlow {
    /** Place of a problem with who promises. */
    public static final String AUTHOR = "author";

    /** Place of a problem with the whole form. */
    public static final String FORM = "form";

    private static final String BY_LINK = "đường dẫn trong thư";

    private final Assessor assessor;
    private final ArrangementStore arrangements;
    private final PromiseStore store;
    private final PromiseRule rule;
    private final int longestDays;
    private final String channel;

    /** @param longestDays how many days ahead a promised day may lie at most */
    public PromiseLinkFlow(
            Assessor assessor, ArrangementStore arrangements, PromiseStore store, PromiseRule rule, int longestDays) {
        this(assessor, arrangements, store, rule, longestDays, BY_LINK);
    }

    private PromiseLinkFlow(
            Assessor assessor,
            ArrangementStore arrangements,
            PromiseStore store,
            PromiseRule rule,
            int longestDays,
            String channel) {
        this.channel = channel;
        this.assessor = assessor;
        this.arrangements = arrangements;
        this.store = store;
        this.rule = rule;
        this.longestDays = longestDays;
    }

    /** The same for those who promise by another way, which uses the letter's link up, too. */
    PromiseLinkFlow by(String otherChannel) {
        return new PromiseLinkFlow(assessor, arrangements, store, rule, longestDays, otherChannel);
    }

    /**
     * A letter's duties as they stand now.
     *
     * @param unit name of the unit that the letter was written to
     * @param earliest the first day that may be promised
     * @param latest the last
     * @param lines those that a promise can be given for first, the unit's own before those of units below it, then by urgency
     * @param use how the link was used up; empty while it was not
     */
    public record Sheet(
            String unit,
            LinkedLetter letter,
            LocalDate earliest,
            LocalDate latest,
            List<SheetLine> lines,
            Optional<LinkUse> use) {

        public Sheet {
            lines = List.copyOf(lines);
        }

        public boolean offersAnything() {
            return lines.stream().anyMatch(SheetLine::isOffered);
        }
    }

    /**
     * What became of a form.
     *
     * @param given what was stored; empty when something is wrong or the link was used before
     * @param problems at most one a field; the place is a line's {@link SheetLine#field}, {@link #AUTHOR} or {@link #FORM}
     */
    public record Answer(List<Promise> given, List<Problem> problems) {
        public Answer {
            given = List.copyOf(given);
            problems = List.copyOf(problems);
        }
    }

    /**
     * The sheet of a letter; empty when there is no such letter.
     *
     * @param token hash of the letter's key
     */
    public Optional<Sheet> sheet(String token, Instant at) {
        return store.letterOf(token).map(letter -> {
            Assessment assessment = assessor.at(at);
            PromiseCheck check = checkOn(assessment.asOf());
            return new Sheet(
                    nameOf(letter.agency(), assessment),
                    letter,
                    assessment.asOf(),
                    check.latest(),
                    SheetLine.of(letter, assessment, check, arrangements.knownAt(at)),
                    store.useOf(token));
        });
    }

    /**
     * Stores what was promised on a sheet, and uses the link up, in one transaction.
     *
     * @param days the promised days as they were typed, by field; blank ones promise nothing
     */
    public Answer give(String token, Sheet sheet, Map<String, String> days, String author, Instant at) {
        Problems problems = new Problems();
        List<Promise> promises = new ArrayList<>();
        for (SheetLine line : sheet.lines()) {
            String typed = days.getOrDefault(line.field(), "").strip();
            if (line.isOffered() && !typed.isEmpty()) {
                dayOf(line, typed, sheet, problems)
                        .ifPresent(day -> promises.add(new Promise(line.key(), day, Author.of(author), channel, at)));
            }
        }
        if (promises.isEmpty() && problems.isEmpty()) {
            problems.add(FORM, "chưa chọn ngày hẹn nào", "chọn ngày cho ít nhất một nhiệm vụ");
        }
        Author.refusalOf(author, AUTHOR).ifPresent(problems::add);
        List<Promise> given = problems.isEmpty()
                ? store.enterByLink(
                                token,
                                Author.of(author),
                                at,
                                agreed -> allStillAllowed(sheet, promises, agreed) ? promises : List.of())
                        .orElse(List.of())
                : List.of();
        return new Answer(given, problems.list());
    }

    private Optional<LocalDate> dayOf(SheetLine line, String typed, Sheet sheet, Problems problems) {
        Optional<LocalDate> day = VietnameseDate.read(typed);
        Optional<Problem> refusal = day.isEmpty()
                ? Optional.of(new Problem(line.field(), "“" + typed + "” không phải ngày", "ghi dạng 31/12/2017"))
                : checkOn(sheet.earliest()).refusalOf(day.get(), line.field());
        refusal.ifPresent(problems::add);
        return refusal.isEmpty() ? day : Optional.empty();
    }

    /** Somebody may have promised by another way since the sheet was made. */
    private boolean allStillAllowed(Sheet sheet, List<Promise> promises, Arrangements agreed) {
        PromiseCheck check = checkOn(sheet.earliest());
        return promises.stream()
                .allMatch(promise -> sheet.lines().stream()
                        .filter(line -> line.key().equals(promise.finding()))
                        .flatMap(line -> line.finding().stream())
                        .allMatch(finding ->
                                check.refusalOf(finding, agreed, FORM).isEmpty()));
    }

    private PromiseCheck checkOn(LocalDate today) {
        return new PromiseCheck(rule, longestDays, today);
    }

    private static String nameOf(String agency, Assessment assessment) {
        return assessment
                .rules()
                .registry()
                .find(agency, assessment.asOf())
                .or(() -> assessment.rules().registry().latest(agency))
                .map(Agency::name)
                .orElse(agency);
    }
}
