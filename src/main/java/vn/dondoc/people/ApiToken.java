package vn.dondoc.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows instead of signing in.
 *
 * @param name of the program
 * @param agency id of the unit for which it acts, with its communes; empty for all units
 * @param author who made it
 * @param revokedAt when it was taken back; null otherwise
 * @param usedAt when it was last shown, to a minute; null before the first time
 */
public record ApiToken(
        long id,
        String name,
        String agency,
        Set<Scope> scopes,
        String author,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {

    /** What it may do. */
    public enum Scope {
        /** Sending reports in. */
        REPORT("report", "gửi báo cáo", "send reports"),
        /** Reading findings, duties and letters. */
        READ("read", "đọc kết quả", "read results"),
        /** Checking rules that might be put in force; nothing is stored. */
        RULES("rules", "kiểm tra quy tắc", "check rules");

        private final String code;
        private final String words;
        private final String english;

        Scope(String code, String words, String english) {
            this.code = code;
            this.words = words;
            this.english = english;
        }

        /** As commands and forms name it. */
        public String code() {
            return code;
        }

        public String words() {
            return words;
        }

        public String english() {
            return english;
        }
    }

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it is taken at a moment. */
    public boolean holdsAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** In the order in which scopes are listed. */
    public Set<Scope> orderedScopes() {
        return scopes.isEmpty() ? Set.of() : EnumSet.copyOf(scopes);
    }

    /** Who acts, as reach and audit log know people: a contact of its unit, or for all units an officer. */
    public Visitor visitor() {
        return new Visitor("mã số " + id, name, agency.isEmpty() ? Role.OFFICER : Role.CONTACT, agency);
    }
}
