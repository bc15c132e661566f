package vn.dondoc.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

/**
 * Units × criteria: what each department, and each district with its communes, has met of what could be met by now.
 *
 * @param columns the criteria of PAR INDEX and the dimensions of PAPI, in the order of the plan
 * @param rows in the order of the registry; units of which nothing can be judged are left out
 */
public record Heat(List<Column> columns, List<Row> rows) {
    public static final Heat NONE = new Heat(List.of(), List.of());

    /** A criterion: {@code code} as the picture shows it ("PAR 1"), {@code name} in full, {@code clause} of the plan. */
    public record Column(String code, String name, String clause) {}

    /** A unit with one cell per column. */
    public record Row(Agency agency, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public int met() {
            return cells.stream().mapToInt(Cell::met).sum();
        }

        public int judged() {
            return cells.stream().mapToInt(Cell::judged).sum();
        }
    }

    /** {@code judged} is 0 where the unit owes nothing of the criterion yet. */
    public record Cell(int met, int judged) {
        static final Cell NOTHING = new Cell(0, 0);

        Cell with(State state) {
            boolean reached = state == State.MET || state == State.MET_LATE;
            return new Cell(met + (reached ? 1 : 0), judged + 1);
        }
    }

    public Heat {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Heat of(WeekReview review, Scope scope) {
        List<Column> columns = columns(review.plan().clauses());
        Map<String, Cell[]> cells = new HashMap<>();
        Map<String, Integer> columnOfClause = new HashMap<>();
        for (Finding finding : review.findings()) {
            Agency unit = finding.obligation().agency();
            int column = columnOfClause.computeIfAbsent(
                    finding.obligation().duty().clause(), clause -> columnOf(clause, columns));
            if (column >= 0 && Standing.isJudged(finding.state()) && scope.covers(unit)) {
                Cell[] ofRow = cells.computeIfAbsent(rowOf(unit, review), row -> emptyRow(columns.size()));
                ofRow[column] = ofRow[column].with(finding.state());
            }
        }
        List<Row> rows = review.registry().on(review.day()).stream()
                .filter(unit -> unit.level() != Level.PROVINCE && cells.containsKey(unit.id()))
                .map(unit -> new Row(unit, List.of(cells.get(unit.id()))))
                .toList();
        return rows.isEmpty() ? NONE : new Heat(columns, rows);
    }

    private static String rowOf(Agency unit, WeekReview review) {
        return review.registry().districtOf(unit, review.day()).orElse(unit).id();
    }

    private static Cell[] emptyRow(int columns) {
        Cell[] row = new Cell[columns];
        java.util.Arrays.fill(row, Cell.NOTHING);
        return row;
    }

    /** "PAR INDEX: Cải cách tài chính công" becomes "PAR 5". */
    private static List<Column> columns(List<Clause> clauses) {
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Clause clause : clauses) {
            int colon = clause.concerns().indexOf(':');
            if (colon > 0) {
                String index = clause.concerns().substring(0, colon).strip();
                int number = numbers.merge(index, 1, Integer::sum);
                columns.add(new Column(
                        index.split(" ", 2)[0] + " " + number,
                        clause.concerns().substring(colon + 1).strip(),
                        clause.id()));
            }
        }
        return columns;
    }

    private static int columnOf(String clause, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            String concerned = columns.get(i).clause();
            if (clause.equals(concerned) || clause.startsWith(concerned + ".")) {
                return i;
            }
        }
        return -1;
    }
}
