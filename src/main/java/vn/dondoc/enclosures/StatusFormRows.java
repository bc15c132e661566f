package vn.dondoc.enclosures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

/**
 * What stands on a status form.
 *
 * @param reports a row for each duty, and further ones where several papers are known
 * @param items a row for each thing that was counted one by one, and one to begin with for each duty that is counted so
 */
record StatusFormRows(List<FormRow> reports, List<FormRow> items) {

    /** @param period under which everything is reported; null where each finding has its own */
    static StatusFormRows of(List<Finding> findings, @Nullable Period period) {
        List<FormRow> reports = new ArrayList<>();
        List<FormRow> items = new ArrayList<>();
        for (Finding finding : findings.stream().sorted().toList()) {
            String under = period == null ? finding.key().period() : period.id();
            Entry entry = known(finding.obligation());
            addReport(finding, under, entry, reports);
            addItems(finding, under, entry, items);
        }
        return new StatusFormRows(List.copyOf(reports), List.copyOf(items));
    }

    private static @Nullable Entry known(Obligation obligation) {
        return obligation.measure() == null
                ? obligation.entry()
                : obligation.measure().entry();
    }

    private static void addReport(Finding finding, String period, @Nullable Entry entry, List<FormRow> rows) {
        FormRow first = FormRow.withKey(finding, period);
        first.describe(finding);
        rows.add(first);
        if (entry == null) {
            return;
        }
        first.put(entry);
        first.mark(entry);
        for (int i = 0; i < entry.evidence().size(); i++) {
            FormRow row = i == 0 ? first : FormRow.withKey(finding, period);
            row.put(entry.evidence().get(i));
            if (i > 0) {
                rows.add(row);
            }
        }
    }

    private static void addItems(Finding finding, String period, @Nullable Entry entry, List<FormRow> rows) {
        List<Entry.Item> known = entry == null ? List.of() : entry.items();
        boolean isCounted =
                finding.requirement() != null && finding.requirement().of().isOfUnits();
        for (Entry.Item item : known) {
            FormRow row = FormRow.withKey(finding, period);
            row.name(finding);
            row.put(item);
            rows.add(row);
        }
        if (known.isEmpty() && isCounted) {
            FormRow row = FormRow.withKey(finding, period);
            row.name(finding);
            rows.add(row);
        }
    }
}
