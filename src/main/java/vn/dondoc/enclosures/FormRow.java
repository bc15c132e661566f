package vn.dondoc.enclosures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Entry;
import vn.dondoc.findings.Finding;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;
import vn.dondoc.intake.PrintedMark;

/**
 * A row of the status form: text, {@link BigDecimal} or {@link LocalDate} under each column; a column without anything is
 * missing. An entry with several papers or things counted has several rows, so that nothing is lost on the way back.
 */
record FormRow(Map<Column, Object> report, Map<NoteColumn, Object> notes) {

    static FormRow withKey(Finding finding, String period) {
        FormRow row = new FormRow(new EnumMap<>(Column.class), new EnumMap<>(NoteColumn.class));
        row.put(Column.AGENCY, finding.key().agency());
        row.put(Column.PERIOD, period);
        row.put(Column.DUTY, finding.key().duty());
        return row;
    }

    void name(Finding finding) {
        notes.put(NoteColumn.TASK, finding.obligation().duty().text());
    }

    void describe(Finding finding) {
        name(finding);
        notes.put(NoteColumn.CLAUSE, Clause.wordsOf(finding.obligation().duty().clause()));
        LocalDate due = finding.due();
        if (due != null) {
            notes.put(NoteColumn.DUE, due);
        }
        notes.put(
                NoteColumn.DUE_GROUND,
                due == null ? "không ấn định" : finding.assumed() ? "giả định" : "theo Quyết định");
        notes.put(NoteColumn.STANDING, finding.stateInWords());
    }

    void put(Entry entry) {
        put(Column.STATUS, entry.status().word());
        put(Column.COMPLETED_ON, entry.completedOn());
        put(Column.NUMERATOR, entry.numerator());
        put(Column.DENOMINATOR, entry.denominator());
        put(Column.VALUE, entry.value());
        put(Column.NOTE, entry.note());
    }

    /** So that rows which come back as they are printed are told from a report. */
    void mark(Entry entry) {
        notes.put(NoteColumn.PRINTED, PrintedMark.of(String.valueOf(report.get(Column.PERIOD)), entry));
    }

    void put(Entry.Evidence evidence) {
        put(Column.EVIDENCE_REF, evidence.ref());
        put(Column.EVIDENCE_DATE, evidence.date());
        put(Column.EVIDENCE_LINK, evidence.link());
    }

    void put(Entry.Item item) {
        put(Column.ITEM_UNIT, item.unit());
        put(Column.ITEM_DATE, item.date());
        put(Column.ITEM_REF, item.ref());
    }

    private void put(Column column, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            report.put(column, value);
        }
    }
}
