package vn.dondoc.rules;

import java.util.Optional;

/**
 * The stage of reminding that an example must be in.
 *
 * @param key name of the rung and which time it is, {@code truoc-moc/3}; "không" when none may be reached
 * @param letter word of the letter; empty for any, as for the next two
 * @param promises how many times a date may be promised; -1 for any
 */
record ExpectedStage(String key, String letter, String tone, String addressee, int promises) {
    static final String NONE = "không";
    static final int ANY = -1;

    boolean isMetBy(Optional<Stage> found) {
        if (found.isEmpty()) {
            return key.equals(NONE);
        }
        Stage stage = found.get();
        return stage.key().equals(key)
                && (letter.isEmpty() || stage.letter().word().equals(letter))
                && (tone.isEmpty() || stage.tone().equals(tone))
                && (addressee.isEmpty() || stage.addressee().word().equals(addressee))
                && (promises == ANY || stage.promises() == promises);
    }

    String words() {
        return wordsOf(key, letter, tone, addressee, promises);
    }

    static String wordsOf(Optional<Stage> found) {
        return found.map(stage -> wordsOf(
                        stage.key(),
                        stage.letter().word(),
                        stage.tone(),
                        stage.addressee().word(),
                        stage.promises()))
                .orElse(NONE);
    }

    private static String wordsOf(String key, String letter, String tone, String addressee, int promises) {
        String form = String.join(", ", letter, tone, addressee).replaceAll("^(, )+|(, )+$", "");
        return key + (form.isEmpty() ? "" : " (" + form + (promises == ANY ? "" : ", hẹn nộp " + promises) + ")");
    }
}
