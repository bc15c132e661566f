package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of the rules does to one letter.
 *
 * @param before by the rules in force; null for a letter that appears
 * @param after by the edited rules; null for a letter that disappears
 * @param items what it names no longer, or did not name before; nothing for a letter that stands on one side alone
 */
public record LetterChange(
        Kind kind,
        @Nullable SimulatedLetter before,
        @Nullable SimulatedLetter after,
        ItemChanges items) {

    /** {@code code} stands in JSON, {@code words} are for the reader. */
    public enum Kind {
        APPEARS("appears", "thêm"),
        DISAPPEARS("disappears", "bớt"),
        MOVES("moves", "dời ngày"),
        READS_DIFFERENTLY("reads-differently", "đổi nội dung");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        public String words() {
            return words;
        }
    }

    static final Comparator<LetterChange> BY_UNIT_AND_DAY = Comparator.comparing(
                    (LetterChange change) -> change.either().agency())
            .thenComparing(LetterChange::day)
            .thenComparing(change -> change.either().to())
            .thenComparing(change -> change.either().key());

    /** The letter as it stands by the edited rules, else as it stood. */
    public SimulatedLetter either() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** The first day on which a reader would notice. */
    public LocalDate day() {
        LocalDate day = either().day();
        return before != null && before.day().isBefore(day) ? before.day() : day;
    }
}
