package vn.dondoc.letters;

import java.util.List;
import vn.dondoc.notices.Item;

/** In which tone a whole letter speaks: the strongest of its items. */
final class Tone {
    private static final List<String> WEAK_TO_STRONG = List.of("nhắc việc", "đề nghị", "đôn đốc", "báo cáo lãnh đạo");

    private Tone() {}

    static String strongestOf(List<Item> items) {
        int strongest = 0;
        for (Item item : items) {
            strongest = Math.max(strongest, strengthOf(item.tone()));
        }
        return WEAK_TO_STRONG.get(strongest);
    }

    /** The same with how often was urged, from the second time on: "đôn đốc lần 2". */
    static String inWords(List<Item> items) {
        String strongest = strongestOf(items);
        int time = items.stream().mapToInt(Item::time).max().orElse(0);
        return strongest.equals(Item.URGING) && time > 1 ? strongest + " lần " + time : strongest;
    }

    /** "đôn đốc lần 2" is "đôn đốc". */
    private static int strengthOf(String tone) {
        for (int strength = WEAK_TO_STRONG.size() - 1; strength > 0; strength--) {
            if (tone.startsWith(WEAK_TO_STRONG.get(strength))) {
                return strength;
            }
        }
        return 0;
    }
}
