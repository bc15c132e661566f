package vn.dondoc.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What Sở Nội vụ said of a reported entry, or that it has yet to say something. Never changed; a later one on the same entry
 * takes its place.
 *
 * @param entry sequence of the entry
 * @param reason why it was returned; may be empty for the other kinds
 * @param newDate by when a returned entry is to come again. It moves no due date: that takes a document
 * @param author who entered it; the program itself for what awaits approval
 * @param at from when on it is known
 */
public record Ruling(
        long entry, Kind kind, String reason, @Nullable LocalDate newDate, String author, Instant at) {

    public enum Kind {
        /** The unit's level asks for approval (duyệt), which is still to come. */
        AWAITED("awaited", "chờ duyệt"),
        /** Counts; of an entry that says “không áp dụng” it confirms that. */
        APPROVED("approved", "đã duyệt"),
        /** Does not count any more (trả lại), and neither does what it had replaced. */
        RETURNED("returned", "đã trả lại");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        /** For readers, in Vietnamese. */
        public String words() {
            return words;
        }

        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no ruling is called " + code);
        }
    }
}
