package vn.dondoc.outbox;

import java.util.Arrays;
import java.util.Optional;

/** Which letters wait until an officer releases them ({@code mail.release}). */
public enum ReleasePolicy {
    ALL("all"),
    ALERTS("alerts"),
    NONE("none");

    public static final ReleasePolicy DEFAULT = ALERTS;

    private final String code;

    ReleasePolicy(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether a letter of that kind waits. */
    public boolean holds(LetterKind kind) {
        return this == ALL || (this == ALERTS && kind == LetterKind.ALERT);
    }

    public static Optional<ReleasePolicy> ofCode(String code) {
        return Arrays.stream(values())
                .filter(policy -> policy.code.equals(code))
                .findFirst();
    }
}
