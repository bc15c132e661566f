package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.State;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;

/** Small changes of {@code duties.csv} and {@code reminders.csv}: of every cell that decides something. */
final class TableMutants {
    private static final List<String> STATES =
            Arrays.stream(State.values()).map(State::words).toList();
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).toList();

    private static final List<String> DUTY_HEADINGS = List.of(
            "Loại",
            "Chủ trì",
            "Chu kỳ",
            "Mốc theo dõi",
            "Hạn",
            "Căn cứ hạn",
            "Dời ngày nghỉ",
            "Khẩn trương",
            "Hoàn thành khi",
            "Nhắc trước",
            "Từ ngày",
            "Đến ngày");

    private final String id;
    private final boolean ofDuties;
    private final CsvTable table;
    private final TableText text;

    private TableMutants(CsvTable table, String id, boolean ofDuties) {
        this.table = table;
        this.id = id;
        this.ofDuties = ofDuties;
        this.text = new TableText(table);
    }

    static List<Mutant> ofDuties(CsvTable table, Registry registry) {
        TableMutants mutants = new TableMutants(table, "Mã", true);
        return mutants.of(DUTY_HEADINGS, (row, heading) -> changesOfDuty(row, heading, registry));
    }

    static List<Mutant> ofReminders(CsvTable table) {
        TableMutants mutants = new TableMutants(table, "Bậc", false);
        return mutants.of(table.headings(), TableMutants::changesOfRung);
    }

    private interface Changes {
        List<String> of(Row row, String heading);
    }

    private List<Mutant> of(List<String> headings, Changes changes) {
        List<Mutant> mutants = new ArrayList<>();
        for (Row row : table.rows()) {
            for (String heading : headings) {
                for (String after : changes.of(row, heading)) {
                    mutants.add(new Mutant(
                            table.name(),
                            row.line(),
                            row.cell(id),
                            ofDuties ? row.cell(id) : "",
                            row.cell("Loại"),
                            heading,
                            row.cell(heading),
                            after,
                            () -> text.with(row, heading, after)));
                }
            }
        }
        return mutants;
    }

    private static List<String> changesOfDuty(Row row, String heading, Registry registry) {
        String cell = row.cell(heading);
        return switch (heading) {
            case "Loại" -> List.of(Neighbours.OF_KIND.getOrDefault(cell, ""));
            case "Chu kỳ" -> List.of(Neighbours.OF_RECURRENCE.getOrDefault(cell, ""));
            case "Hoàn thành khi" -> List.of(Neighbours.OF_MILESTONE.getOrDefault(cell, ""));
            case "Chủ trì" -> Neighbours.ofLeads(cell, registry);
            case "Mốc theo dõi", "Hạn" -> Neighbours.ofParts(cell, ChangedDates::of);
            case "Từ ngày", "Đến ngày" -> ChangedDates.shifted(cell);
            case "Nhắc trước" -> Neighbours.ofParts(cell, Neighbours::ofNumber);
            case "Căn cứ hạn" -> otherOf(cell, "Quyết định", "giả định");
            case "Dời ngày nghỉ" -> otherOf(cell, "có", "không");
            default -> List.of(cell.isEmpty() ? "x" : "");
        };
    }

    private static List<String> otherOf(String cell, String one, String other) {
        return cell.isEmpty() ? List.of() : List.of(cell.equals(one) ? other : one);
    }

    private static List<String> changesOfRung(Row row, String heading) {
        String cell = row.cell(heading);
        return switch (heading) {
            case "Trạng thái" -> Neighbours.ofWords(cell, STATES);
            case "Loại nhiệm vụ" ->
                cell.equals(LadderTable.ANY_KIND)
                        ? List.of("chỉ tiêu", "một lần; hằng năm; định kỳ")
                        : Neighbours.ofWords(cell, KINDS);
            case "Khẩn trương" ->
                cell.isEmpty() ? List.of("có", "không") : List.of("", cell.equals("có") ? "không" : "có");
            case "Tính từ" -> List.of(Neighbours.next(cell, LadderTable.ANCHORS));
            case "Thư" -> List.of(Neighbours.next(cell, Stage.Form.words()));
            case "Giọng" -> List.of(Neighbours.next(cell, LadderTable.TONES));
            case "Người nhận" -> List.of(nextAddressee(cell));
            case LadderTable.FROM, LadderTable.TO -> ChangedDates.shifted(cell);
            case LadderTable.TRIAL -> List.of(cell.isEmpty() ? "x" : "");
            case "Từ ngày thứ", "Lặp lại sau", "Sau số thư", "Hẹn nộp" -> Neighbours.ofNumber(cell);
            default -> List.of();
        };
    }

    /** Within the unit or above it, as the letter demands. */
    private static String nextAddressee(String cell) {
        boolean within = Stage.Addressee.named(cell).isWithinTheUnit();
        return Neighbours.next(
                cell,
                Arrays.stream(Stage.Addressee.values())
                        .filter(addressee -> addressee.isWithinTheUnit() == within)
                        .map(Stage.Addressee::word)
                        .toList());
    }
}
