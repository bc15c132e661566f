package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.DateExpression;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Milestone;
import vn.dondoc.facts.Recurrence;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.CsvTable.Row;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/** Reads {@code duties.csv}: one duty a row, every cell from a closed set of words, forms and names. */
final class DutyTable {
    static final List<String> HEADINGS = List.of(
            "Mã",
            "Điều khoản",
            "Trích Quyết định",
            "Nhiệm vụ",
            "Loại",
            "Chủ trì",
            "Phối hợp",
            "Chu kỳ",
            "Mốc theo dõi",
            "Hạn",
            "Căn cứ hạn",
            "Dời ngày nghỉ",
            "Khẩn trương",
            "Hoàn thành khi",
            "Minh chứng",
            "Nhắc trước",
            "Trùng với",
            "Từ ngày",
            "Đến ngày",
            "Ghi chú");

    /** May be left out: a table of an earlier version has no such column. */
    private static final String TRIAL = "Thử nghiệm";

    private static final List<String> ALLOWED =
            Stream.concat(HEADINGS.stream(), Stream.of(TRIAL)).toList();
    private static final int MOST_PROBLEMS = 200;

    private final LocalDate effective;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Registry registry;
    private final Problems problems;

    private DutyTable(LocalDate effective, List<Clause> clauses, Registry registry, Problems problems) {
        this.effective = effective;
        clauses.forEach(clause -> this.clauses.put(clause.id(), clause));
        this.registry = registry;
        this.problems = problems;
    }

    static Map<String, Duty> read(
            CsvTable table, LocalDate effective, List<Clause> clauses, Registry registry, Problems problems) {
        table.requireHeadings(HEADINGS, ALLOWED, problems);
        DutyTable reader = new DutyTable(effective, clauses, registry, problems);
        Map<String, Duty> duties = new LinkedHashMap<>();
        if (table.rows().isEmpty() && !table.headings().isEmpty()) {
            problems.add(table.name(), "không có dòng nào dưới dòng tiêu đề", "chép lại tệp");
        }
        int before = problems.size();
        for (Row row : table.rows()) {
            if (problems.size() - before > MOST_PROBLEMS) {
                problems.add(
                        row.place(), "đã có quá " + MOST_PROBLEMS + " lỗi, chưa đọc tiếp", "sửa các lỗi trên trước");
                return duties;
            }
            Duty duty = reader.dutyOf(row);
            if (duties.putIfAbsent(duty.id(), duty) != null) {
                problems.add(row.place("Mã"), "mã “" + duty.id() + "” ghi hai lần", "mỗi nhiệm vụ một mã");
            }
        }
        for (Row row : table.rows()) {
            for (String id : parts(row.cell("Trùng với"))) {
                if (!duties.containsKey(id)) {
                    problems.add(
                            row.place("Trùng với"),
                            "không có nhiệm vụ “" + id + "”",
                            Nearest.hint(id, duties.keySet()));
                }
            }
        }
        return duties;
    }

    /** A duty's cells under their headings, as they would be written anew. */
    static Map<String, String> cellsOf(Duty duty) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Điều khoản", duty.clause());
        cells.put("Trích Quyết định", duty.quote());
        cells.put("Nhiệm vụ", duty.text());
        cells.put("Loại", duty.kind().word());
        cells.put("Chủ trì", duty.lead());
        cells.put("Phối hợp", duty.coordinating());
        cells.put("Chu kỳ", duty.recurrence().word());
        cells.put("Mốc theo dõi", joined(duty.soft(), DateExpression::text));
        cells.put("Hạn", joined(duty.hard(), DateExpression::text));
        cells.put(
                "Căn cứ hạn",
                duty.soft().isEmpty() && duty.hard().isEmpty() ? "" : duty.assumed() ? "giả định" : "Quyết định");
        cells.put("Dời ngày nghỉ", duty.shifts() ? "có" : "không");
        cells.put("Khẩn trương", duty.urgent() ? "x" : "");
        cells.put("Hoàn thành khi", duty.milestone().word());
        cells.put("Minh chứng", duty.evidence());
        cells.put("Nhắc trước", joined(duty.offsets(), String::valueOf));
        cells.put("Trùng với", String.join("; ", duty.sameAs()));
        cells.put("Từ ngày", duty.from() == null ? "" : VietnameseDate.write(duty.from()));
        cells.put("Đến ngày", duty.to() == null ? "" : VietnameseDate.write(duty.to()));
        cells.put("Ghi chú", duty.note());
        cells.put(TRIAL, duty.trial() ? "x" : "");
        return cells;
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(java.util.stream.Collectors.joining("; "));
    }

    private Duty dutyOf(Row row) {
        Kind kind = word(row, "Loại", Kind.values(), Kind::word, Kind.PRINCIPLE);
        Recurrence recurrence = word(row, "Chu kỳ", Recurrence.values(), Recurrence::word, Recurrence.NONE);
        if (row.cell("Chu kỳ").isEmpty() && (kind == Kind.ANNUAL || kind == Kind.PERIODIC)) {
            problems.add(
                    row.place("Chu kỳ"),
                    "nhiệm vụ “" + kind.word() + "” mà không ghi chu kỳ",
                    "ghi hằng năm, 6 tháng, hằng quý hoặc báo cáo");
        }
        List<DateExpression> soft = dates(row, "Mốc theo dõi", recurrence);
        List<DateExpression> hard = dates(row, "Hạn", recurrence);
        checkId(row);
        checkQuote(row);
        checkNames(row, "Chủ trì", true);
        checkNames(row, "Phối hợp", false);
        return new Duty(
                row.cell("Mã"),
                row.cell("Điều khoản"),
                row.cell("Trích Quyết định"),
                row.cell("Nhiệm vụ"),
                kind,
                row.cell("Chủ trì"),
                row.cell("Phối hợp"),
                recurrence,
                soft,
                hard,
                assumed(row, !soft.isEmpty() || !hard.isEmpty()),
                oneOf(row, "Dời ngày nghỉ", List.of("", "có", "không")).equals("có"),
                oneOf(row, "Khẩn trương", List.of("", "x")).equals("x"),
                word(row, "Hoàn thành khi", Milestone.values(), Milestone::word, Milestone.CARRIED_OUT),
                row.cell("Minh chứng"),
                offsets(row),
                parts(row.cell("Trùng với")),
                day(row, "Từ ngày"),
                day(row, "Đến ngày"),
                row.cell("Ghi chú"),
                oneOf(row, TRIAL, List.of("", "x")).equals("x"),
                row.line());
    }

    private void checkId(Row row) {
        String id = row.cell("Mã");
        if (!id.matches("[A-Za-z0-9.]+-\\d{2,3}")) {
            problems.add(
                    row.place("Mã"),
                    "mã “" + id + "” không đúng dạng",
                    "điều khoản, gạch nối, hai chữ số: II.2.1.e-04");
        }
        if (row.cell("Nhiệm vụ").isEmpty()) {
            problems.add(row.place("Nhiệm vụ"), "thiếu nội dung nhiệm vụ", "ghi một câu ngắn, bắt đầu bằng động từ");
        }
    }

    /** Without any clause their file is the mistake, and not each row. */
    private void checkQuote(Row row) {
        if (clauses.isEmpty()) {
            return;
        }
        Clause clause = clauses.get(row.cell("Điều khoản"));
        if (clause == null) {
            problems.add(
                    row.place("Điều khoản"),
                    "Quyết định không có điều khoản “" + row.cell("Điều khoản") + "” (clauses.yaml)",
                    Nearest.hint(row.cell("Điều khoản"), clauses.keySet()));
        } else if (row.cell("Trích Quyết định").isEmpty()
                || clause.passages().stream()
                        .noneMatch(passage -> passage.text().contains(row.cell("Trích Quyết định")))) {
            problems.add(
                    row.place("Trích Quyết định"),
                    "không phải lời của " + clause.inWords(),
                    "chép nguyên văn một đoạn của điều khoản trong clauses.yaml");
        }
    }

    private void checkNames(Row row, String heading, boolean required) {
        List<String> names = parts(row.cell(heading));
        if (!VietnameseText.isPlainName(row.cell(heading))) {
            problems.add(
                    row.place(heading), "tên có ký tự lạ", "chỉ dùng chữ, số, dấu cách và các dấu , . ; : / ( ) -");
        }
        if (names.isEmpty() && required) {
            problems.add(
                    row.place(heading),
                    "thiếu cơ quan " + heading.toLowerCase(java.util.Locale.ROOT),
                    "ghi tên đơn vị hoặc nhóm");
        }
        for (String name : names) {
            if (AgencyGroup.named(name).isEmpty() && registry.idsNamed(name).isEmpty()) {
                List<String> known = new ArrayList<>(AgencyGroup.allWords());
                known.addAll(registry.names());
                problems.add(row.place(heading), "không có đơn vị hay nhóm “" + name + "”", Nearest.hint(name, known));
            }
        }
    }

    private List<DateExpression> dates(Row row, String heading, Recurrence recurrence) {
        List<DateExpression> dates = new ArrayList<>();
        List<String> written = parts(row.cell(heading));
        for (String text : written) {
            Optional<DateExpression> date = DateExpression.read(RetypedDate.undone(text));
            date.ifPresentOrElse(
                    dates::add,
                    () -> notADate(
                            row,
                            heading,
                            text,
                            "ghi 25/11, 31/12 năm trước, 31/12/2021, đến 31/12/2021, trước 01/01/2018, giữa tháng 6,"
                                    + " cuối tháng 6/2018, đầu năm, giữa năm hoặc cuối năm 2021"));
            date.filter(DateExpression::namesYear)
                    .filter(each -> each.lastDayFor(0).isBefore(effective))
                    .ifPresent(early -> problems.add(
                            row.place(heading),
                            "ngày " + text + " trước ngày Quyết định có hiệu lực " + VietnameseDate.write(effective),
                            "kiểm tra lại năm"));
        }
        int periods = recurrence.periodsOf(effective.getYear()).size();
        boolean isKnown = !row.cell("Chu kỳ").isEmpty() && row.cell("Chu kỳ").equals(recurrence.word());
        if (isKnown && dates.size() == written.size() && dates.size() > 1 && dates.size() != periods) {
            problems.add(
                    row.place(heading),
                    "có " + dates.size() + " ngày mà chu kỳ “" + recurrence.word() + "” có " + periods + " kỳ",
                    "ghi mỗi kỳ một ngày, cách nhau dấu chấm phẩy");
        }
        return dates;
    }

    private boolean assumed(Row row, boolean hasDate) {
        String ground = oneOf(row, "Căn cứ hạn", List.of("", "Quyết định", "giả định"));
        if (hasDate && row.cell("Căn cứ hạn").isEmpty()) {
            problems.add(row.place("Căn cứ hạn"), "có ngày mà thiếu căn cứ", "ghi “Quyết định” hoặc “giả định”");
        }
        if (ground.equals("giả định") && row.cell("Ghi chú").isEmpty()) {
            problems.add(row.place("Ghi chú"), "ngày giả định mà thiếu lý do", "ghi vì sao chọn ngày này");
        }
        return !ground.equals("Quyết định");
    }

    private List<Integer> offsets(Row row) {
        List<Integer> offsets = new ArrayList<>();
        for (String text : parts(row.cell("Nhắc trước"))) {
            if (text.matches("\\d{1,3}")) {
                offsets.add(Integer.valueOf(text));
            } else {
                problems.add(row.place("Nhắc trước"), "“" + text + "” không phải số ngày", "ghi dạng 15; 7; 3; 1");
            }
        }
        return offsets;
    }

    private @Nullable LocalDate day(Row row, String heading) {
        String text = row.cell(heading);
        Optional<LocalDate> day = VietnameseDate.read(RetypedDate.undone(text));
        if (!text.isEmpty() && day.isEmpty()) {
            notADate(row, heading, text, "ghi dạng 31/12/2017");
        }
        return day.orElse(null);
    }

    private void notADate(Row row, String heading, String text, String forms) {
        String retyped = RetypedDate.hint(text);
        problems.add(row.place(heading), "“" + text + "” không phải ngày", retyped.isEmpty() ? forms : retyped);
    }

    private String oneOf(Row row, String heading, List<String> allowed) {
        String text = row.cell(heading);
        if (!allowed.contains(text)) {
            problems.add(
                    row.place(heading),
                    "không hiểu “" + text + "”",
                    Nearest.hint(
                            text,
                            allowed.stream().filter(word -> !word.isEmpty()).toList()));
            return allowed.get(0);
        }
        return text;
    }

    private <E> E word(Row row, String heading, E[] values, Function<E, String> word, E fallback) {
        String text = row.cell(heading);
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        List<String> allowed =
                Arrays.stream(values).map(word).filter(each -> !each.isEmpty()).toList();
        problems.add(row.place(heading), "không hiểu “" + text + "”", Nearest.hint(text, allowed));
        return fallback;
    }

    static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
