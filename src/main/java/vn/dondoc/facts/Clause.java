package vn.dondoc.facts;

import java.util.List;

/**
 * A clause of the Decision as read for this product.
 *
 * @param id {@code II.2.1.e}; {@code dd} stands for đ; QD.3 is Điều 3 of the Decision itself
 * @param heading the words that lead the clause in; may be empty
 * @param concerns the PAR INDEX criterion or PAPI dimension that the clause is about; may be empty
 * @param passages its words, passage by passage
 * @param readings where the scan was corrected or a reading was chosen
 */
public record Clause(String id, String heading, String concerns, List<Passage> passages, List<Reading> readings) {

    /** A run of the Decision's words; {@code notCheckable} says why no duty can be taken from it, else it is empty. */
    public record Passage(String text, String notCheckable) {}

    /** What the scan prints, what was read, and why. */
    public record Reading(String printed, String read, String reason) {}

    public Clause {
        passages = List.copyOf(passages);
        readings = List.copyOf(readings);
    }

    /** All the words, passages joined by a space. */
    public String words() {
        return String.join(" ", passages.stream().map(Passage::text).toList());
    }

    public boolean isCheckable() {
        return passages.stream().anyMatch(passage -> passage.notCheckable().isEmpty());
    }

    /** "điểm e mục II.2.1", "mục III.1", "Điều 3", as a letter cites it. */
    public String inWords() {
        return wordsOf(id);
    }

    /** The same for a clause of which only the id is at hand. */
    public static String wordsOf(String id) {
        if (id.startsWith("QD.")) {
            return "Điều " + id.substring(3);
        }
        if (id.equals("III.end")) {
            return "đoạn cuối mục III";
        }
        int dot = id.lastIndexOf('.');
        String last = id.substring(dot + 1);
        if (last.matches("[a-z]+")) {
            return "điểm " + (last.equals("dd") ? "đ" : last) + " mục " + id.substring(0, dot);
        }
        return "mục " + id;
    }
}
