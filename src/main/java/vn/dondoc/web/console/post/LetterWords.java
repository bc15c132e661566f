package vn.dondoc.web.console.post;

import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.store.ReplyKind;
import vn.dondoc.store.ReplyState;
import vn.dondoc.web.console.Words;

/** What states and kinds of letters are called, and how a state looks. */
public final class LetterWords {
    private LetterWords() {}

    public static String of(LetterState state, Words words) {
        return words.english() ? state.code().replace('-', ' ') : state.word();
    }

    public static String of(LetterKind kind, Words words) {
        return words.english() ? kind.code() : kind.word();
    }

    public static String of(ReplyState state, Words words) {
        return words.english() ? state.code() : state.word();
    }

    /** Empty while nobody has looked at the mail. */
    public static String of(@Nullable ReplyKind kind, Words words) {
        return kind == null ? "" : words.english() ? kind.code() : kind.words();
    }

    /** The class of a state's sign: good, late, wrong; none in particular while it only waits. */
    public static String look(LetterState state) {
        return switch (state) {
            case SENT -> "state-good";
            case GIVEN_UP -> "state-wrong";
            case HELD -> "state-late";
            case QUEUED, SENDING, CANCELLED -> "state-plain";
        };
    }
}
