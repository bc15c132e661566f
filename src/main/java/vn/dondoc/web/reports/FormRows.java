package vn.dondoc.web.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.WrittenReport;
import vn.dondoc.flow.WrittenReport.Cell;
import vn.dondoc.intake.Column;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.web.console.RulingWords;
import vn.dondoc.web.console.Words;
import vn.dondoc.web.reports.ReportFormView.Choice;
import vn.dondoc.web.reports.ReportFormView.Field;
import vn.dondoc.web.reports.ReportFormView.Mark;
import vn.dondoc.web.reports.ReportFormView.Row;

/** The rows of the form: one for each duty asked for, its cells filled with what was typed, else with what is known. */
final class FormRows {
    private static final int SPARE_ITEMS = 3;

    private final Words words;
    private final Map<String, String> cells;
    private final Map<String, List<Problem>> mistakes;
    private final String widened;

    /**
     * @param cells what stands in the fields
     * @param mistakes by field
     * @param widened id of the duty that gets more lines; empty for none
     */
    FormRows(Words words, Map<String, String> cells, Map<String, List<Problem>> mistakes, String widened) {
        this.words = words;
        this.cells = cells;
        this.mistakes = mistakes;
        this.widened = widened;
    }

    /** What is known of duties, by field: the form begins with it. */
    static Map<String, String> known(List<Finding> duties) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Finding finding : duties) {
            Entry entry = entryOf(finding.obligation());
            if (entry != null) {
                put(finding.key().duty(), entry, cells);
            }
        }
        return cells;
    }

    /** The report that counts for a duty. */
    static @Nullable Entry entryOf(Obligation obligation) {
        return obligation.measure() == null
                ? obligation.entry()
                : obligation.measure().entry();
    }

    private static void put(String duty, Entry entry, Map<String, String> cells) {
        put(duty, Column.STATUS, 0, entry.status().word(), cells);
        put(duty, Column.COMPLETED_ON, 0, entry.completedOn(), cells);
        put(duty, Column.NUMERATOR, 0, entry.numerator(), cells);
        put(duty, Column.DENOMINATOR, 0, entry.denominator(), cells);
        put(duty, Column.VALUE, 0, entry.value(), cells);
        put(duty, Column.NOTE, 0, entry.note(), cells);
        for (int i = 0; i < entry.evidence().size(); i++) {
            Entry.Evidence paper = entry.evidence().get(i);
            put(duty, Column.EVIDENCE_REF, i, paper.ref(), cells);
            put(duty, Column.EVIDENCE_DATE, i, paper.date(), cells);
            put(duty, Column.EVIDENCE_LINK, i, paper.link(), cells);
        }
        for (int i = 0; i < entry.items().size(); i++) {
            Entry.Item item = entry.items().get(i);
            put(duty, Column.ITEM_UNIT, i, item.unit(), cells);
            put(duty, Column.ITEM_DATE, i, item.date(), cells);
            put(duty, Column.ITEM_REF, i, item.ref(), cells);
        }
    }

    private static void put(String duty, Column column, int index, @Nullable Object value, Map<String, String> cells) {
        if (value != null && !value.equals("")) {
            String text = value instanceof java.time.LocalDate day
                    ? VietnameseDate.write(day)
                    : value instanceof java.math.BigDecimal number
                            ? number.toPlainString().replace('.', ',')
                            : value.toString();
            cells.put(new Cell(duty, column.code(), index).field(), text);
        }
    }

    List<Row> of(List<Finding> duties) {
        return IntStream.range(0, duties.size())
                .mapToObj(i -> row(i, duties.get(i)))
                .toList();
    }

    private Row row(int number, Finding finding) {
        String duty = finding.key().duty();
        Obligation obligation = finding.obligation();
        boolean counted =
                finding.requirement() != null && finding.requirement().of().isOfUnits();
        boolean measured = obligation.duty().isTarget() || obligation.duty().kind() == Kind.EVENT;
        List<List<Field>> items = lines(number, duty, WrittenReport.ITEM, counted ? SPARE_ITEMS : 0);
        List<Problem> whole = mistakes.getOrDefault(new Cell(duty, WrittenReport.WHOLE, 0).field(), List.of());
        boolean wrong = mistakes.keySet().stream().anyMatch(field -> field.startsWith(duty + "|"));
        return new Row(
                number,
                finding.state().isOpen(),
                duty,
                new Mark(FormSheet.markOf(duty), cells.getOrDefault(FormSheet.markOf(duty), "")),
                obligation.duty().text(),
                words.english()
                        ? obligation.duty().clause()
                        : Clause.wordsOf(obligation.duty().clause()),
                finding.due() == null
                        ? words.of("không ấn định", "none")
                        : VietnameseDate.write(finding.due())
                                + (finding.assumed() ? words.of(" (giả định)", " (assumed)") : ""),
                words.stateOf(finding),
                "state-" + finding.state().name(),
                reported(duty),
                obligation.returned() == null ? "" : RulingWords.ofReturn(obligation.returned(), words),
                wrong || duty.equals(widened) || isTyped(duty),
                List.of(
                        field(number, duty, Column.STATUS, 0),
                        field(number, duty, Column.COMPLETED_ON, 0),
                        field(number, duty, Column.NOTE, 0)),
                measured || has(duty, Column.NUMERATOR) || has(duty, Column.VALUE)
                        ? List.of(
                                field(number, duty, Column.NUMERATOR, 0),
                                field(number, duty, Column.DENOMINATOR, 0),
                                field(number, duty, Column.VALUE, 0))
                        : List.of(),
                lines(number, duty, WrittenReport.EVIDENCE, 1),
                items,
                whole);
    }

    private String reported(String duty) {
        return ReportedStatus.read(cells.getOrDefault(new Cell(duty, Column.STATUS.code(), 0).field(), ""))
                .map(status -> EntryWords.of(status, words))
                .orElse("");
    }

    private boolean isTyped(String duty) {
        return cells.containsKey(TYPED + duty);
    }

    /** Marks, among the cells, a duty of which something else was typed than is known. */
    static final String TYPED = "typed ";

    private boolean has(String duty, Column column) {
        return !cells.getOrDefault(new Cell(duty, column.code(), 0).field(), "").isBlank();
    }

    private List<List<Field>> lines(int number, String duty, List<Column> columns, int spare) {
        int filled = 0;
        int last = WrittenReport.linesOf(duty, cells);
        for (int index = 0; index < last; index++) {
            int line = index;
            if (columns.stream()
                    .anyMatch(column -> !cells.getOrDefault(new Cell(duty, column.code(), line).field(), "")
                            .isBlank())) {
                filled = index + 1;
            }
        }
        int more = duty.equals(widened) && spare > 0 ? SPARE_ITEMS : 0;
        List<List<Field>> lines = new ArrayList<>();
        for (int index = 0; index < filled + spare + more; index++) {
            int line = index;
            lines.add(columns.stream()
                    .map(column -> field(number, duty, column, line))
                    .toList());
        }
        return lines;
    }

    private Field field(int number, String duty, Column column, int index) {
        String name = new Cell(duty, column.code(), index).field();
        return new Field(
                number + "-" + column.ordinal() + "-" + index,
                name,
                label(column) + (index == 0 ? "" : " " + (index + 1)),
                kind(column),
                cells.getOrDefault(name, ""),
                column == Column.STATUS ? choices() : List.of(),
                mistakes.getOrDefault(name, List.of()));
    }

    private List<Choice> choices() {
        return List.of(ReportedStatus.values()).stream()
                .map(status -> new Choice(status.word(), EntryWords.of(status, words)))
                .toList();
    }

    private static String kind(Column column) {
        return switch (column) {
            case STATUS -> "status";
            case COMPLETED_ON, EVIDENCE_DATE, ITEM_DATE -> "date";
            case NUMERATOR, DENOMINATOR, VALUE -> "number";
            case NOTE -> "note";
            default -> "text";
        };
    }

    private String label(Column column) {
        return words.of(
                column.heading(),
                switch (column) {
                    case STATUS -> "Status";
                    case COMPLETED_ON -> "Completed on";
                    case EVIDENCE_REF -> "Number of the paper";
                    case EVIDENCE_DATE -> "Date of the paper";
                    case EVIDENCE_LINK -> "Link to the paper";
                    case NUMERATOR -> "Numerator";
                    case DENOMINATOR -> "Denominator";
                    case VALUE -> "Value";
                    case ITEM_UNIT -> "Id of the counted unit";
                    case ITEM_DATE -> "Date counted";
                    case ITEM_REF -> "Number of the item's paper";
                    case NOTE -> "Note";
                    default -> column.code();
                });
    }
}
