package vn.dondoc.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/**
 * One plan in the place of another in the same home. Reports, promises and letters are kept by the ids of duties: an id
 * that both plans use would let a report on the one answer for the other.
 */
final class PlanChange {
    private static final int MOST_NAMED = 5;
    private static final String ID = "Mã";

    private PlanChange() {}

    /** Ids that may not be used again; empty when both are the same plan. */
    static List<Problem> problems(RuleFiles next, RuleFiles inForce) {
        if (next.plan().equals(inForce.plan())) {
            return List.of();
        }
        Set<String> used =
                duties(inForce).rows().stream().map(row -> row.cell(ID)).collect(Collectors.toSet());
        Map<String, List<CsvTable.Row>> again = duties(next).rows().stream()
                .filter(row -> used.contains(row.cell(ID)))
                .collect(Collectors.groupingBy(row -> row.cell(ID), java.util.LinkedHashMap::new, Collectors.toList()));
        return again.values().stream()
                .limit(MOST_NAMED)
                .map(rows -> rows.get(0))
                .map(row -> new Problem(
                        row.place(ID),
                        "mã “" + row.cell(ID) + "” đã dùng trong kế hoạch đang áp dụng (rules/" + inForce.plan()
                                + "), báo cáo cũ sẽ bị tính cho nhiệm vụ mới",
                        "đặt mã khác, ví dụ B." + row.cell(ID)
                                + ", hoặc theo dõi kế hoạch mới ở một thư mục cài đặt riêng"))
                .toList();
    }

    private static CsvTable duties(RuleFiles files) {
        return files.table("duties.csv", new Problems());
    }
}
