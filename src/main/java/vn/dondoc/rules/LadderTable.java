package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Plan;
import vn.dondoc.findings.State;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Reads {@code reminders.csv}, the ladder: which state, how long after which day, gives which letter. */
final class LadderTable {
    static final String ANY_KIND = "mọi loại";
    static final String BEFORE = "nhắc trước";
    static final String SOFT_DATE = "mốc theo dõi";
    static final String HARD_DATE = "hạn";
    static final String AGE = "ban hành";
    static final String REPORT_DATE = "mốc báo cáo";
    static final String PROMISE = "ngày hẹn";
    static final String ARISEN = "phát sinh";

    static final List<String> ANCHORS = List.of(BEFORE, SOFT_DATE, HARD_DATE, AGE, REPORT_DATE, PROMISE, ARISEN);
    static final List<String> TONES = List.of("nhắc việc", "đề nghị", "đôn đốc", "báo cáo lãnh đạo");
    private static final List<String> HEADINGS = List.of(
            "Bậc",
            "Trạng thái",
            "Loại nhiệm vụ",
            "Khẩn trương",
            "Tính từ",
            "Từ ngày thứ",
            "Lặp lại sau",
            "Sau số thư",
            "Thư",
            "Giọng",
            "Người nhận",
            "Hẹn nộp",
            "Ghi chú");

    static final String FROM = "Từ ngày";
    static final String TO = "Đến ngày";
    static final String TRIAL = "Thử nghiệm";

    /** The last three may be left out: a table of an earlier version has no such columns. */
    private static final List<String> ALLOWED =
            Stream.concat(HEADINGS.stream(), Stream.of(FROM, TO, TRIAL)).toList();

    private static final int MOST_ROWS = 200;
    private final Problems problems;

    private LadderTable(Problems problems) {
        this.problems = problems;
    }

    /** The ladder, not compiled yet: {@link Ladder} compiles it when it is first climbed. */
    static Ladder read(CsvTable table, Plan plan, Problems problems) {
        table.requireHeadings(HEADINGS, ALLOWED, problems);
        LadderTable reader = new LadderTable(problems);
        Map<String, Rung> rungs = new LinkedHashMap<>();
        if (table.rows().size() > MOST_ROWS) {
            problems.add(table.name(), "có hơn " + MOST_ROWS + " bậc", "kiểm tra có chép nhầm bảng khác không");
            return new Ladder(rungs);
        }
        if (table.rows().isEmpty() && !table.headings().isEmpty()) {
            problems.add(table.name(), "không có dòng nào dưới dòng tiêu đề", "chép lại tệp");
        }
        for (Row row : table.rows()) {
            Rung rung = reader.rungOf(row);
            LadderGaps.secondRowFor(rung, rungs.values())
                    .ifPresent(other -> problems.add(
                            row.place("Bậc"),
                            "bậc “" + rung.id() + "” và bậc “" + other.id() + "” cùng ứng với một trường hợp",
                            "bỏ một dòng, hoặc sửa trạng thái, loại, khẩn trương, ngày thứ, số thư; dòng thay nhau"
                                    + " thì ghi “" + TO + "”, “" + FROM + "”"));
            if (rungs.values().stream().anyMatch(other -> isOneNameAtOnce(other, rung))) {
                problems.add(
                        row.place("Bậc"),
                        "bậc “" + rung.id() + "” ghi hai lần",
                        "mỗi bậc một tên; dòng thay nhau thì ghi “" + TO + "”, “" + FROM + "”");
            }
            rungs.put(nameOf(rung.id(), rungs), rung);
        }
        if (!table.rows().isEmpty()) {
            LadderGaps.missing(rungs.values(), plan)
                    .forEach(gap -> problems.add(
                            table.name(),
                            "không có bậc nào cho " + gap,
                            "thêm một dòng, hoặc thêm trạng thái, loại vào dòng có sẵn; dòng ghi “Sau số thư”, tính từ ngày hẹn hay"
                                    + " đang thử nghiệm không thay được"));
        }
        return new Ladder(rungs);
    }

    private static boolean isOneNameAtOnce(Rung one, Rung other) {
        return one.id().equals(other.id())
                && one.trial() == other.trial()
                && one.span().overlaps(other.span());
    }

    /** A row's name: its rung's, numbered where rows of one rung follow each other. */
    static String nameOf(String rung, Map<String, ?> earlier) {
        String name = rung;
        for (int number = 2; earlier.containsKey(name); number++) {
            name = rung + " (" + number + ")";
        }
        return name;
    }

    /** A rung's cells under their headings, as they would be written anew. */
    static Map<String, String> cellsOf(Rung rung) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Trạng thái", rung.states());
        cells.put("Loại nhiệm vụ", rung.kinds());
        cells.put("Khẩn trương", rung.urgent());
        cells.put("Tính từ", rung.anchor());
        cells.put("Từ ngày thứ", rung.anchor().equals(BEFORE) ? "" : String.valueOf(rung.from()));
        cells.put("Lặp lại sau", numberOrBlank(rung.repeat()));
        cells.put("Sau số thư", numberOrBlank(rung.afterLetters()));
        cells.put("Thư", rung.letter().word());
        cells.put("Giọng", rung.tone());
        cells.put("Người nhận", rung.addressee().word());
        cells.put("Hẹn nộp", String.valueOf(rung.promises()));
        cells.put(FROM, dayOrBlank(rung.span().from()));
        cells.put(TO, dayOrBlank(rung.span().to()));
        cells.put(TRIAL, rung.trial() ? "x" : "");
        return cells;
    }

    private static String dayOrBlank(@Nullable LocalDate day) {
        return day == null ? "" : VietnameseDate.write(day);
    }

    private static String numberOrBlank(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    private Rung rungOf(Row row) {
        if (!row.cell("Bậc").matches("[a-z0-9-]+")) {
            problems.add(
                    row.place("Bậc"),
                    "tên bậc “" + row.cell("Bậc") + "” không dùng được",
                    "chữ thường không dấu, số, gạch nối");
        }
        checkWords(
                row,
                "Trạng thái",
                Arrays.stream(State.values()).map(State::words).toList());
        if (!row.cell("Loại nhiệm vụ").equals(ANY_KIND)) {
            checkWords(
                    row,
                    "Loại nhiệm vụ",
                    Arrays.stream(Kind.values()).map(Kind::word).toList());
        }
        checkOneOf(row, "Khẩn trương", List.of("", "có", "không"));
        checkOneOf(row, "Tính từ", ANCHORS);
        checkOneOf(row, "Thư", Stage.Form.words());
        checkOneOf(row, "Giọng", TONES);
        checkOneOf(row, "Người nhận", Stage.Addressee.words());
        checkOneOf(row, TRIAL, List.of("", "x"));
        Stage.Form letter = Stage.Form.named(row.cell("Thư"));
        Stage.Addressee addressee = Stage.Addressee.named(row.cell("Người nhận"));
        checkAddressee(row, letter, addressee);
        boolean before = row.cell("Tính từ").equals(BEFORE);
        return new Rung(
                row.cell("Bậc"),
                row.cell("Trạng thái"),
                row.cell("Loại nhiệm vụ"),
                row.cell("Khẩn trương"),
                row.cell("Tính từ"),
                before ? Integer.MIN_VALUE : days(row, "Từ ngày thứ"),
                days(row, "Lặp lại sau"),
                days(row, "Sau số thư"),
                letter,
                row.cell("Giọng"),
                addressee,
                days(row, "Hẹn nộp"),
                span(row),
                row.cell(TRIAL).equals("x"));
    }

    private Span span(Row row) {
        Span span = new Span(day(row, FROM), day(row, TO));
        if (span.isEmpty()) {
            problems.add(
                    row.place(FROM),
                    "từ ngày " + row.cell(FROM) + " sau đến ngày " + row.cell(TO) + ": bậc này không bao giờ áp dụng",
                    "ghi “" + FROM + "” không sau “" + TO + "”");
        }
        return span;
    }

    private @Nullable LocalDate day(Row row, String heading) {
        String text = row.cell(heading);
        Optional<LocalDate> day = VietnameseDate.read(RetypedDate.undone(text));
        if (!text.isEmpty() && day.isEmpty()) {
            String hint = RetypedDate.hint(text);
            String form = hint.isEmpty() ? "ghi dạng 31/12/2017" : hint;
            problems.add(row.place(heading), "“" + text + "” không phải ngày", form);
        }
        return day.orElse(null);
    }

    private void checkAddressee(Row row, Stage.Form letter, Stage.Addressee addressee) {
        if (addressee.isWithinTheUnit() == (letter == Stage.Form.ESCALATION)) {
            problems.add(
                    row.place("Người nhận"),
                    "“" + addressee.word() + "” không nhận “" + letter.word() + "”",
                    letter == Stage.Form.ESCALATION
                            ? "ghi cấp trên trực tiếp, cơ quan theo dõi hoặc lãnh đạo phụ trách"
                            : "ghi đầu mối hoặc thủ trưởng");
        }
    }

    private void checkWords(Row row, String heading, List<String> allowed) {
        List<String> words = DutyTable.parts(row.cell(heading));
        if (words.isEmpty()) {
            problems.add(row.place(heading), "ô trống", "ghi một trong: " + String.join(", ", allowed));
        }
        for (String word : words) {
            if (!allowed.contains(word)) {
                problems.add(row.place(heading), "không hiểu “" + word + "”", Nearest.hint(word, allowed));
            }
        }
    }

    private void checkOneOf(Row row, String heading, List<String> allowed) {
        if (!allowed.contains(row.cell(heading))) {
            String cell = row.cell(heading);
            List<String> words =
                    allowed.stream().filter(word -> !word.isEmpty()).toList();
            problems.add(row.place(heading), "không hiểu “" + cell + "”", Nearest.hint(cell, words));
        }
    }

    private int days(Row row, String heading) {
        String text = row.cell(heading);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,4}")) {
            problems.add(row.place(heading), "“" + text + "” không phải số ngày", "ghi một số nguyên, ví dụ 10");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
