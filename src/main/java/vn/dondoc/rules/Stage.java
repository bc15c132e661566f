package vn.dondoc.rules;

import java.util.Arrays;
import java.util.List;

/**
 * The latest stage of the ladder that a finding has passed.
 *
 * @param key name of the rung and which time it is; a stage is sent once
 * @param rung name of the rung
 * @param letter in which letter it is asked for
 * @param tone "nhắc việc", "đề nghị", "đôn đốc" or "báo cáo lãnh đạo"
 * @param addressee to whom it goes
 * @param promises how many times a date may be promised in answer
 */
public record Stage(String key, String rung, Form letter, String tone, Addressee addressee, int promises) {

    /** The same, allowing that many promises. */
    Stage allowing(int allowed) {
        return new Stage(key, rung, letter, tone, addressee, allowed);
    }

    /** "qua-han/0: thư đơn vị, giọng “đôn đốc”, gửi thủ trưởng". */
    public String inWords() {
        return key + ": " + letter.word() + ", giọng “" + tone + "”, gửi " + addressee.word();
    }

    /** The letters of the ladder; the word stands in column “Thư”. */
    public enum Form {
        /** An item of the unit's letter. */
        LETTER("thư đơn vị"),
        /** Asked for through the status form, all such duties in one line. */
        STATUS_FORM("mẫu báo cáo"),
        /** An item of a letter to those above, copied to the unit. */
        ESCALATION("báo cáo cấp trên");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Form::word).toList();
        }

        static Form named(String word) {
            return Arrays.stream(values())
                    .filter(form -> form.word.equals(word))
                    .findFirst()
                    .orElse(LETTER);
        }
    }

    /** Whom a letter may go to, from below upwards; the word stands in column “Người nhận”. */
    public enum Addressee {
        CONTACT("đầu mối"),
        HEAD("thủ trưởng"),
        /** The district of a commune; for every other unit the office that follows the plan up. */
        NEXT_ABOVE("cấp trên trực tiếp"),
        OFFICE("cơ quan theo dõi"),
        /** The same, as the first plan's tables call it. */
        HOME_AFFAIRS("Sở Nội vụ"),
        LEADER_IN_CHARGE("lãnh đạo phụ trách");

        private final String word;

        Addressee(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isWithinTheUnit() {
            return this == CONTACT || this == HEAD;
        }

        /** Whether it goes up no further than to the office that follows the plan up. */
        public boolean isTheOffice() {
            return this == OFFICE || this == HOME_AFFAIRS;
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Addressee::word).toList();
        }

        static Addressee named(String word) {
            return Arrays.stream(values())
                    .filter(addressee -> addressee.word.equals(word))
                    .findFirst()
                    .orElse(HEAD);
        }
    }
}
