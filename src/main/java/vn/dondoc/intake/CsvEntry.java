package vn.dondoc.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Entry;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/** The rows of one entry, read together. */
final class CsvEntry {
    private static final List<Column> SAID_ONCE = List.of(
            Column.STATUS,
            Column.COMPLETED_ON,
            Column.NUMERATOR,
            Column.DENOMINATOR,
            Column.VALUE,
            Column.NOTE,
            Column.RECEIVED_AT);
    private static final Set<Column> OF_EVIDENCE =
            Set.of(Column.EVIDENCE_REF, Column.EVIDENCE_DATE, Column.EVIDENCE_LINK);
    private static final List<Column> OF_TEXT =
            List.of(Column.EVIDENCE_REF, Column.EVIDENCE_LINK, Column.ITEM_REF, Column.NOTE);
    private static final Set<Column> OF_ITEM = Set.of(Column.ITEM_UNIT, Column.ITEM_DATE, Column.ITEM_REF);

    private final Place.InTable place;
    private final Problems problems = new Problems();

    CsvEntry(Place.InTable place) {
        this.place = place;
    }

    void addAll(List<Problem> ofLine) {
        ofLine.forEach(problem -> problems.add(problem.place(), problem.message(), problem.hint()));
    }

    Draft draft() {
        Column.REQUIRED.forEach(this::require);
        place.lines().forEach(this::refuseUnheaded);
        OF_TEXT.forEach(this::refuseFormula);
        SAID_ONCE.forEach(this::refuseContradiction);
        // in the order of the columns, as mistakes are told in it
        LocalDate completedOn = day(place, Column.COMPLETED_ON);
        List<Draft.Proof> evidence = listed(OF_EVIDENCE, this::proof);
        WrittenShare numbers = WrittenShare.read(place, problems);
        return new Draft(
                place,
                line(place, Column.AGENCY),
                line(place, Column.PERIOD),
                line(place, Column.DUTY),
                line(place, Column.STATUS),
                completedOn,
                evidence,
                numbers.numerator(),
                numbers.denominator(),
                numbers.value(),
                listed(OF_ITEM, this::counted),
                place.text(Column.NOTE),
                line(place, Column.RECEIVED_AT),
                problems);
    }

    private void require(Column column) {
        if (!place.text(column).isBlank() || isRefused(place.cell(column))) {
            return;
        }
        if (column == Column.STATUS && place.listsItems()) {
            problems.add(
                    place.row(),
                    "nhiệm vụ này chưa có tình trạng ở trang báo cáo",
                    "ghi tình trạng của nhiệm vụ ở trang báo cáo, hoặc xóa dòng này");
        } else {
            problems.add(place.cell(column), "để trống", "ghi " + hintFor(column));
        }
    }

    private boolean isRefused(String cell) {
        return problems.list().stream().anyMatch(problem -> problem.place().equals(cell));
    }

    private static String hintFor(Column column) {
        return switch (column) {
            case PERIOD -> "kỳ ở mỗi dòng, ví dụ 2017-Q4";
            case STATUS -> "tình trạng, ví dụ hoàn thành";
            default -> "mã ở mỗi dòng";
        };
    }

    private void refuseUnheaded(CsvTable.Row line) {
        if (!line.cell("").isEmpty()) {
            problems.add(
                    line.place(),
                    "có ô " + Quote.of(line.cell("")) + " dưới cột không có tiêu đề",
                    "xóa ô này hoặc ghi tiêu đề cột");
        }
    }

    /** Whoever opens such a text in a spreadsheet again may set it going. */
    private void refuseFormula(Column column) {
        for (CsvTable.Row line : place.lines()) {
            String text = place.text(line, column);
            if (text.startsWith("=")) {
                problems.add(
                        place.on(line).cell(column),
                        Quote.of(text) + " là công thức, không phải nội dung",
                        "ghi nội dung, không bắt đầu bằng dấu =");
            }
        }
    }

    private void refuseContradiction(Column column) {
        String said = place.text(column);
        for (CsvTable.Row line : place.lines()) {
            String again = place.text(line, column);
            if (!again.isBlank() && !VietnameseText.key(again).equals(VietnameseText.key(said))) {
                problems.add(
                        place.on(line).cell(column),
                        Quote.of(again) + " khác với " + Quote.of(said) + " ở dòng trước của cùng nhiệm vụ",
                        "các dòng cùng đơn vị, kỳ và nhiệm vụ ghi cùng một nội dung, hoặc để trống từ dòng thứ hai");
            }
        }
    }

    private <T> List<T> listed(Set<Column> columns, Function<Place.InTable, T> read) {
        return place.lines().stream()
                .map(place::on)
                .filter(line ->
                        columns.stream().anyMatch(column -> !line.text(column).isBlank()))
                .map(read)
                .toList();
    }

    private Draft.Proof proof(Place.InTable line) {
        return new Draft.Proof(
                line,
                new Entry.Evidence(
                        line(line, Column.EVIDENCE_REF),
                        day(line, Column.EVIDENCE_DATE),
                        line(line, Column.EVIDENCE_LINK)));
    }

    private Draft.Counted counted(Place.InTable line) {
        if (line.text(Column.ITEM_UNIT).isBlank()) {
            problems.add(line.cell(Column.ITEM_UNIT), "để trống", "ghi mã của đơn vị được tính");
        }
        return new Draft.Counted(
                line,
                new Entry.Item(line(line, Column.ITEM_UNIT), day(line, Column.ITEM_DATE), line(line, Column.ITEM_REF)));
    }

    private @Nullable LocalDate day(Place.InTable line, Column column) {
        String written = line(line, column);
        Optional<LocalDate> day = VietnameseDate.read(written);
        if (day.isEmpty() && !written.isEmpty()) {
            problems.add(line.cell(column), Wording.noDate(written), Wording.DATE_HINT);
        }
        return day.orElse(null);
    }

    private static String line(Place.InTable place, Column column) {
        return VietnameseText.oneLine(place.text(column));
    }
}
