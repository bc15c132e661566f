package vn.dondoc.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/** Reads {@code config/agencies.csv} and refuses overlaps, unknown parents and addresses that cannot be mailed to. */
public final class RegistryFile {
    private static final List<String> HEADINGS = List.of(
            "Mã",
            "Tên",
            "Cấp",
            "Trực thuộc",
            "Nhóm",
            "Từ ngày",
            "Đến ngày",
            "Kế thừa",
            "Căn cứ kế thừa",
            "Chức danh người đứng đầu",
            "Thư điện tử",
            "Thư đầu mối");
    private static final Set<String> GROUPS = Set.of("chuyên môn", "đồng bằng", "miền núi", "hải đảo");

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final Problems problems;

    private RegistryFile(Problems problems) {
        this.problems = problems;
    }

    public static Registry read(Path file, Problems problems) {
        int before = problems.size();
        CsvTable table = CsvTable.read(file, problems);
        table.requireHeadings(HEADINGS, HEADINGS, problems);
        if (problems.size() > before) {
            // without its columns every row would be wrong
            return new Registry(List.of());
        }
        if (table.rows().isEmpty()) {
            problems.add(
                    table.name(),
                    "chỉ có dòng tiêu đề, không có đơn vị nào",
                    "ghi mỗi đơn vị một dòng, hoặc chép lại tệp của bản cài đặt");
        }
        return new RegistryFile(problems).read(table);
    }

    private Registry read(CsvTable table) {
        List<Agency> forms = new ArrayList<>();
        Map<Agency, CsvTable.Row> rows = new IdentityHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            refuseHiddenMarks(row);
            agencyOf(row).ifPresent(form -> {
                refuseTimeTurnedRound(row, form);
                refuseOverlap(row, form, forms);
                refuseSharedName(row, form, rows);
                refuseSharedAddress(row, form, forms);
                forms.add(form);
                rows.put(form, row);
            });
        }
        refuseUnknownUnits(table);
        return new Registry(forms);
    }

    /** Cells go into letters and their headers, where a line that ends early is another line. */
    private void refuseHiddenMarks(CsvTable.Row row) {
        HEADINGS.stream()
                .filter(heading -> hasHiddenMark(row.cell(heading)))
                .forEach(heading -> problems.add(
                        row.place(heading),
                        "có dấu xuống dòng hoặc ký tự điều khiển trong ô",
                        "ghi cả ô trên một dòng: “" + VietnameseText.oneLine(row.cell(heading)) + "”"));
    }

    private static boolean hasHiddenMark(String cell) {
        return HIDDEN.matcher(cell).find();
    }

    private void refuseTimeTurnedRound(CsvTable.Row row, Agency form) {
        LocalDate last = form.validTo();
        if (last != null && last.isBefore(form.validFrom())) {
            problems.add(
                    row.place("Đến ngày"),
                    "ngày cuối " + VietnameseDate.write(last) + " trước ngày đầu "
                            + VietnameseDate.write(form.validFrom()),
                    "sửa một trong hai ngày; đơn vị còn hoạt động thì để trống ô này");
        }
    }

    /** Letters and lists name units by their names alone; communes are told apart by their districts. */
    private void refuseSharedName(CsvTable.Row row, Agency form, Map<Agency, CsvTable.Row> before) {
        before.entrySet().stream()
                .filter(other -> isSameName(other.getKey(), form) && existAtOneTime(other.getKey(), form))
                .min(Comparator.comparing(other -> other.getValue().line()))
                .ifPresent(other -> problems.add(
                        row.place("Tên"),
                        "tên “" + form.name() + "” đã dùng cho đơn vị mã “"
                                + other.getKey().id() + "” ở dòng "
                                + other.getValue().line(),
                        "ghi tên phân biệt được, hoặc bỏ một trong hai dòng"));
    }

    private static boolean isSameName(Agency one, Agency other) {
        return !one.id().equals(other.id())
                && VietnameseText.key(one.name()).equals(VietnameseText.key(other.name()))
                && (other.level() != Level.COMMUNE || one.parent().equals(other.parent()));
    }

    private static boolean existAtOneTime(Agency one, Agency other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Agency one, Agency other) {
        LocalDate last = one.validTo();
        return last != null && last.isBefore(other.validFrom());
    }

    private Optional<Agency> agencyOf(CsvTable.Row row) {
        Optional<Level> level = Arrays.stream(Level.values())
                .filter(value -> value.word().equals(row.cell("Cấp")))
                .findFirst();
        if (!row.cell("Mã").matches("[a-z0-9-]+")) {
            problems.add(
                    row.place("Mã"),
                    "mã “" + row.cell("Mã") + "” không dùng được",
                    "chữ thường không dấu, số, gạch nối");
        }
        if (row.cell("Tên").isEmpty()
                || !(hasHiddenMark(row.cell("Tên")) || VietnameseText.isPlainName(row.cell("Tên")))) {
            problems.add(
                    row.place("Tên"),
                    "tên trống hoặc có ký tự lạ",
                    "chỉ dùng chữ, số, dấu cách và các dấu , . ; : / ( ) -");
        }
        if (level.isEmpty()) {
            problems.add(
                    row.place("Cấp"), "không có cấp “" + row.cell("Cấp") + "”", "tỉnh, sở, công an, huyện hoặc xã");
        }
        Set<String> groups = Arrays.stream(row.cell("Nhóm").split(";"))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet());
        groups.stream()
                .filter(group -> !GROUPS.contains(group))
                .forEach(group ->
                        problems.add(row.place("Nhóm"), "không có nhóm “" + group + "”", String.join(", ", GROUPS)));
        requireAddress(row, "Thư điện tử");
        requireAddress(row, "Thư đầu mối");
        @Nullable LocalDate from = date(row, "Từ ngày");
        if (from == null && row.cell("Từ ngày").isEmpty()) {
            problems.add(row.place("Từ ngày"), "thiếu ngày", "ghi 01/01/2017");
        }
        if (level.isEmpty() || from == null) {
            return Optional.empty();
        }
        return Optional.of(new Agency(
                row.cell("Mã"),
                row.cell("Tên"),
                level.get(),
                row.cell("Trực thuộc"),
                groups,
                from,
                date(row, "Đến ngày"),
                row.cell("Kế thừa"),
                row.cell("Căn cứ kế thừa"),
                row.cell("Chức danh người đứng đầu"),
                row.cell("Thư điện tử"),
                row.cell("Thư đầu mối")));
    }

    private @Nullable LocalDate date(CsvTable.Row row, String heading) {
        String text = row.cell(heading);
        Optional<LocalDate> date = VietnameseDate.read(text);
        if (!text.isEmpty() && date.isEmpty()) {
            problems.add(row.place(heading), "“" + text + "” không phải ngày", "ghi dạng 31/01/2020");
        }
        return date.orElse(null);
    }

    private void requireAddress(CsvTable.Row row, String heading) {
        String address = row.cell(heading);
        if (!address.isEmpty() && !address.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            problems.add(row.place(heading), "“" + address + "” không phải địa chỉ thư", "ghi dạng ten@don-vi.example");
        }
    }

    private void refuseOverlap(CsvTable.Row row, Agency form, List<Agency> before) {
        for (Agency other : before) {
            if (other.id().equals(form.id())
                    && (other.validTo() == null || !form.validFrom().isAfter(other.validTo()))) {
                problems.add(
                        row.place("Từ ngày"),
                        "“" + form.id() + "” đã có một dòng còn hiệu lực vào " + VietnameseDate.write(form.validFrom()),
                        "ghi Đến ngày cho dòng trước");
            }
        }
    }

    /** One letter a unit and morning is kept by address: two units must not share one. */
    private void refuseSharedAddress(CsvTable.Row row, Agency form, List<Agency> before) {
        before.stream()
                .filter(other -> !other.id().equals(form.id())
                        && !form.email().isEmpty()
                        && other.email().equalsIgnoreCase(form.email()))
                .findFirst()
                .ifPresent(other -> problems.add(
                        row.place("Thư điện tử"),
                        "địa chỉ “" + form.email() + "” đã dùng cho “" + other.name() + "”",
                        "mỗi đơn vị một địa chỉ"));
    }

    /** A row with a mistake of its own is a unit all the same. */
    private void refuseUnknownUnits(CsvTable table) {
        Set<String> ids = table.rows().stream().map(row -> row.cell("Mã")).collect(Collectors.toSet());
        for (CsvTable.Row row : table.rows()) {
            for (String heading : List.of("Trực thuộc", "Kế thừa")) {
                String id = row.cell(heading);
                if (!id.isEmpty() && !ids.contains(id)) {
                    problems.add(row.place(heading), "không có đơn vị mã “" + id + "”", "ghi mã có ở cột Mã");
                }
            }
            if (!row.cell("Mã").isEmpty() && row.cell("Trực thuộc").equals(row.cell("Mã"))) {
                problems.add(
                        row.place("Trực thuộc"),
                        "đơn vị “" + row.cell("Mã") + "” trực thuộc chính nó",
                        "ghi mã của cấp trên trực tiếp; không có cấp trên thì để trống");
            }
        }
    }
}
