package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice.OfUnit;

/** What several units are asked for in one letter: a row a unit, as its template sees it. */
final class UnitRows {
    private static final int MOST_TASKS = 3;

    private UnitRows() {}

    static List<Object> of(List<OfUnit> units, LocalDate day, Words words) {
        List<Object> rows = new ArrayList<>();
        units.forEach(unit -> rows.add(row(rows.size() + 1, unit, day, words)));
        return rows;
    }

    static int count(List<OfUnit> units) {
        return units.stream().mapToInt(unit -> unit.items().size()).sum();
    }

    private static Map<String, Object> row(int number, OfUnit unit, LocalDate day, Words words) {
        List<Finding> findings = unit.items().stream().map(Item::finding).toList();
        Finding worst = findings.get(0);
        DueWords due = DueWords.of(worst, day, words);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", number);
        row.put("name", unit.agency().name());
        row.put("states", new StateCounts(findings, words).duties());
        row.put("urgency", ItemView.urgency(worst.state()));
        row.put("due", due.date());
        row.put("remaining", due.remaining());
        row.put("tasks", tasks(findings, words));
        row.put("moreTasks", Math.max(0, findings.size() - MOST_TASKS));
        row.put("broken", (int)
                unit.items().stream().filter(item -> item.broken() != null).count());
        return row;
    }

    /** The most urgent ones: "III.1-03 Báo cáo kết quả thực hiện Kế hoạch, quý I năm 2018". */
    private static String tasks(List<Finding> findings, Words words) {
        return findings.stream()
                .limit(MOST_TASKS)
                .map(finding -> finding.obligation().duty().text() + " ("
                        + finding.obligation().duty().id() + ", "
                        + words.period(finding.obligation().period()) + ")")
                .collect(Collectors.joining("; "));
    }
}
