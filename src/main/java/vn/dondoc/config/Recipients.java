package vn.dondoc.config;

import java.util.List;
import java.util.Set;
import vn.dondoc.facts.Agency;

/**
 * Who gets the letters that go to no unit.
 *
 * @param leaders get the weekly digest and what is reported upwards
 * @param administrators hear of faulty files and of letters that cannot be sent
 */
public record Recipients(List<Recipient> leaders, List<Recipient> administrators) {

    public Recipients {
        leaders = List.copyOf(leaders);
        administrators = List.copyOf(administrators);
    }

    /** The leader in whose field a unit is; a unit in nobody's field is the first leader's who has none. */
    public Recipient inCharge(Agency unit) {
        return leaders.stream()
                .filter(leader -> leader.units().contains(unit.id()))
                .findFirst()
                .or(() -> leaders.stream()
                        .filter(leader -> leader.units().isEmpty())
                        .findFirst())
                .orElse(leaders.get(0));
    }

    /**
     * One of them, by office and never by name.
     *
     * @param field what tells apart those of the same title; may be empty
     * @param units ids of the units in the field, the communes of its districts too; empty without a field
     */
    public record Recipient(String title, String field, String address, Set<String> units, DigestKind digest) {

        public Recipient {
            units = Set.copyOf(units);
        }

        /** "Phó Chủ tịch UBND tỉnh phụ trách kinh tế". */
        public String titleWithField() {
            return field.isEmpty() ? title : title + " " + field;
        }
    }

    /** Which weekly digest a leader gets; {@code word} stands in the file. */
    public enum DigestKind {
        PROVINCE("toàn tỉnh"),
        FIELD("lĩnh vực"),
        NONE("không");

        private final String word;

        DigestKind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
