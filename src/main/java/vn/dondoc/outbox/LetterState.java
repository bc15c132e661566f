package vn.dondoc.outbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far a queued letter has come. {@code code} stands in the database and in JSON, {@code word} is for readers. */
public enum LetterState {
    QUEUED("queued", "chờ gửi"),
    HELD("held", "chờ duyệt"),
    SENDING("sending", "đang gửi"),
    SENT("sent", "đã gửi"),
    GIVEN_UP("given-up", "bỏ cuộc"),
    CANCELLED("cancelled", "đã hủy");

    /** Every change that is allowed. SENDING to SENDING: a worker died and another takes the letter over. */
    private static final Map<LetterState, Set<LetterState>> CHANGES = Map.of(
            QUEUED, Set.of(SENDING, CANCELLED),
            HELD, Set.of(QUEUED, CANCELLED),
            SENDING, Set.of(SENDING, SENT, QUEUED, GIVEN_UP),
            SENT, Set.of(),
            GIVEN_UP, Set.of(QUEUED),
            CANCELLED, Set.of());

    private final String code;
    private final String word;

    LetterState(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** Whether the unit that a letter is about may read it: what waits for an officer, or never left, is the office's own. */
    public boolean isForUnits() {
        return this != HELD && this != CANCELLED;
    }

    public boolean mayBecome(LetterState next) {
        return CHANGES.getOrDefault(this, Set.of()).contains(next);
    }

    public static Optional<LetterState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
