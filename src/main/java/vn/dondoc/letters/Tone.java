package vn.dondoc.letters;

import java.util.Comparator;
import java.util.List;
import vn.dondoc.notices.Item;

/** In which tone a whole letter speaks: the strongest of its items. From the weakest to the strongest. */
enum Tone {
    REMINDING("nhắc việc"),
    REQUESTING("đề nghị"),
    URGING(Item.URGING),
    REPORTING("báo cáo lãnh đạo");

    /** The word of the table of reminders. */
    private final String word;

    Tone(String word) {
        this.word = word;
    }

    String in(Words words) {
        return words.say("tone." + name());
    }

    static Tone strongestOf(List<Item> items) {
        return items.stream().map(Tone::of).max(Comparator.naturalOrder()).orElse(REMINDING);
    }

    /** The same with how often was urged, from the second time on: "đôn đốc lần 2". */
    static String inWords(List<Item> items, Words words) {
        Tone strongest = strongestOf(items);
        int time = items.stream().mapToInt(Item::time).max().orElse(0);
        return strongest == URGING && time > 1
                ? words.say("tone.again", strongest.in(words), time)
                : strongest.in(words);
    }

    /** "đôn đốc lần 2" is "đôn đốc". */
    private static Tone of(Item item) {
        Tone found = REMINDING;
        for (Tone tone : values()) {
            found = item.tone().startsWith(tone.word) ? tone : found;
        }
        return found;
    }
}
