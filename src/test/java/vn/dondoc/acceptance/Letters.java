package vn.dondoc.acceptance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Letters that arrived, to be narrowed down until what is left can be asserted. */
record Letters(List<ReceivedLetter> all) {

    Letters {
        all = all.stream().sorted(Comparator.comparing(ReceivedLetter::sentAt)).toList();
    }

    Letters to(String unit) {
        return where(letter -> letter.isFor(unit));
    }

    Letters reminders() {
        return where(letter -> letter.kind().equals("reminder"));
    }

    Letters escalations() {
        return where(letter -> letter.kind().equals("escalation"));
    }

    /** Reminders and letters upwards: what counts against "one a morning". */
    Letters ofTheLadder() {
        return where(letter -> letter.kind().equals("reminder") || letter.kind().equals("escalation"));
    }

    Letters alerts() {
        return where(letter -> letter.kind().equals("alert"));
    }

    Letters withdrawals() {
        return where(letter -> letter.kind().equals("notice"));
    }

    Letters digests() {
        return where(letter -> letter.kind().equals("digest"));
    }

    Letters naming(String task) {
        return where(letter -> letter.names(task));
    }

    Letters on(String day) {
        return between(day, day);
    }

    Letters between(String first, String last) {
        LocalDate from = LocalDate.parse(first);
        LocalDate to = LocalDate.parse(last);
        return where(letter -> !letter.day().isBefore(from) && !letter.day().isAfter(to));
    }

    Letters where(Predicate<ReceivedLetter> condition) {
        return new Letters(all.stream().filter(condition).toList());
    }

    /** The days on which they were sent, each once. */
    List<String> days() {
        return all.stream().map(letter -> letter.day().toString()).distinct().toList();
    }

    int count() {
        return all.size();
    }

    ReceivedLetter only() {
        if (all.size() != 1) {
            throw new AssertionError("one letter expected, but there are " + all);
        }
        return all.get(0);
    }
}
