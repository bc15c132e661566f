package vn.dondoc.web.reports;

import java.util.List;
import vn.dondoc.reading.Problem;

/**
 * The form of a unit and period, as its page shows it.
 *
 * @param path its own address
 * @param draft when the draft that it shows was saved; empty without one
 * @param whole mistakes of no single cell
 * @param wrong how many mistakes there are
 */
public record ReportFormView(
        String unit,
        String unitName,
        String period,
        String path,
        String draft,
        List<Problem> whole,
        int wrong,
        boolean keepGoodRows,
        List<Row> rows) {

    public ReportFormView {
        whole = List.copyOf(whole);
        rows = List.copyOf(rows);
    }

    /** The duties on which something is to be reported, or the others. */
    public List<Row> rows(boolean wanted) {
        return rows.stream().filter(row -> row.wanted() == wanted).toList();
    }

    /**
     * A duty.
     *
     * @param wanted whether something is to be reported on it
     * @param mark of what was known when the row was shown
     * @param returned why its report was returned; empty where none was
     * @param open whether its fields are shown from the beginning
     * @param numbers fields of a target's numbers; empty for duties without any
     * @param evidence papers, a line each
     * @param items things counted one by one, a line each; empty for duties that are not counted so
     */
    public record Row(
            int number,
            boolean wanted,
            String duty,
            Mark mark,
            String task,
            String clause,
            String due,
            String state,
            String stateClass,
            String reported,
            String returned,
            boolean open,
            List<Field> once,
            List<Field> numbers,
            List<List<Field>> evidence,
            List<List<Field>> items,
            List<Problem> whole) {

        public Row {
            once = List.copyOf(once);
            numbers = List.copyOf(numbers);
            evidence = List.copyOf(evidence);
            items = List.copyOf(items);
            whole = List.copyOf(whole);
        }

        /** Every field, for the answer to what was typed last. */
        public List<Field> fields() {
            return java.util.stream.Stream.of(
                            once.stream(),
                            numbers.stream(),
                            evidence.stream().flatMap(List::stream),
                            items.stream().flatMap(List::stream))
                    .flatMap(each -> each)
                    .toList();
        }

        public String mistakesId() {
            return "loi-" + number;
        }
    }

    /** A hidden field. */
    public record Mark(String name, String value) {}

    /** @param kind text, date, number, status or note */
    public record Field(
            String id,
            String name,
            String label,
            String kind,
            String value,
            List<Choice> choices,
            List<Problem> mistakes) {

        public Field {
            choices = List.copyOf(choices);
            mistakes = List.copyOf(mistakes);
        }

        public String mistakesId() {
            return "loi-" + id;
        }
    }

    public record Choice(String value, String words) {}
}
