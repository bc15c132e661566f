package vn.dondoc.enclosures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;
import vn.dondoc.intake.Column;
import vn.dondoc.intake.NoteColumn;

/**
 * A row of the status form: text, {@link BigDecimal} or {@link LocalDate} under each column; a column without anything is
 * missing. An entry with several papers or things counted has several rows, so that nothing is lost on the way back.
 */
record FormRow(Map<Column, Object> report, Map<NoteColumn, Object> notes) {

    static List<FormRow> of(List<Finding> findings) {
        return findings.stream()
                .sorted()
                .flatMap(finding -> of(finding).stream())
                .toList();
    }

    private static List<FormRow> of(Finding finding) {
        Entry entry = known(finding.obligation());
        List<FormRow> rows = new ArrayList<>();
        rows.add(first(finding, entry));
        if (entry != null) {
            int more = Math.max(entry.evidence().size(), entry.items().size());
            for (int i = 1; i < more; i++) {
                rows.add(withKey(finding));
            }
            for (int i = 0; i < entry.evidence().size(); i++) {
                rows.get(i).put(entry.evidence().get(i));
            }
            for (int i = 0; i < entry.items().size(); i++) {
                rows.get(i).put(entry.items().get(i));
            }
        }
        return rows;
    }

    private static @Nullable Entry known(Obligation obligation) {
        return obligation.measure() == null
                ? obligation.entry()
                : obligation.measure().entry();
    }

    private static FormRow first(Finding finding, @Nullable Entry entry) {
        FormRow row = withKey(finding);
        Duty duty = finding.obligation().duty();
        row.notes.put(NoteColumn.TASK, duty.text());
        row.notes.put(NoteColumn.CLAUSE, Clause.wordsOf(duty.clause()));
        LocalDate due = finding.due();
        if (due != null) {
            row.notes.put(NoteColumn.DUE, due);
        }
        row.notes.put(
                NoteColumn.DUE_GROUND,
                due == null ? "không ấn định" : finding.assumed() ? "giả định" : "theo Quyết định");
        row.notes.put(NoteColumn.STANDING, finding.stateInWords());
        if (entry != null) {
            row.put(entry);
        }
        return row;
    }

    private static FormRow withKey(Finding finding) {
        FormRow row = new FormRow(new EnumMap<>(Column.class), new EnumMap<>(NoteColumn.class));
        row.put(Column.AGENCY, finding.key().agency());
        row.put(Column.PERIOD, finding.key().period());
        row.put(Column.DUTY, finding.key().duty());
        return row;
    }

    private void put(Entry entry) {
        put(Column.STATUS, entry.status().word());
        put(Column.COMPLETED_ON, entry.completedOn());
        put(Column.NUMERATOR, entry.numerator());
        put(Column.DENOMINATOR, entry.denominator());
        put(Column.VALUE, entry.value());
        put(Column.NOTE, entry.note());
    }

    private void put(Entry.Evidence evidence) {
        put(Column.EVIDENCE_REF, evidence.ref());
        put(Column.EVIDENCE_DATE, evidence.date());
        put(Column.EVIDENCE_LINK, evidence.link());
    }

    private void put(Entry.Item item) {
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
