package vn.dondoc.web.reports;

import java.util.List;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.Outcome;

/**
 * The answer to a file, as its page shows it.
 *
 * @param unit path of the unit's page
 * @param untouched how many duties the form brought back as it had shown them
 * @param workbook where the answer is as a workbook
 */
public record AnswerView(
        String unit,
        String file,
        String when,
        String outcome,
        Outcome code,
        List<AcceptedRow> accepted,
        List<Problem> refused,
        int untouched,
        String workbook) {
    /** More would not be read on a page; the workbook has them all. */
    public static final int MOST_SHOWN = 500;

    public AnswerView {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** Whether the file was read as far as its cells, so that the answer can mark them. */
    public boolean marksCells() {
        return refused.stream().anyMatch(mistake -> !within(mistake.place()).equals(mistake.place()));
    }

    /** A place without the file that it names, which stands above. */
    public String within(String place) {
        return place.startsWith(file + ", ") ? place.substring(file.length() + 2) : place;
    }

    public String outcomeClass() {
        return switch (code) {
            case ACCEPTED, REPEATED -> "state-good";
            case PARTLY -> "state-late";
            case REFUSED -> "state-wrong";
        };
    }
}
