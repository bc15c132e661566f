package vn.dondoc.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Problems problems;

    private RegistryFile(Problems problems) {
        this.problems = problems;
    }

    public static Registry read(Path file, Problems problems) {
        CsvTable table = CsvTable.read(file, problems);
        table.requireHeadings(HEADINGS, HEADINGS, problems);
        RegistryFile reader = new RegistryFile(problems);
        List<Agency> forms = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            reader.agencyOf(row).ifPresent(form -> {
                reader.refuseOverlap(row, form, forms);
                reader.refuseSharedAddress(row, form, forms);
                forms.add(form);
            });
        }
        Registry registry = new Registry(forms);
        reader.refuseUnknownUnits(table, registry);
        return registry;
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
        if (row.cell("Tên").isEmpty() || !VietnameseText.isPlainName(row.cell("Tên"))) {
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

    private void refuseUnknownUnits(CsvTable table, Registry registry) {
        for (CsvTable.Row row : table.rows()) {
            for (String heading : List.of("Trực thuộc", "Kế thừa")) {
                String id = row.cell(heading);
                if (!id.isEmpty() && registry.latest(id).isEmpty()) {
                    problems.add(row.place(heading), "không có đơn vị mã “" + id + "”", "ghi mã có ở cột Mã");
                }
            }
        }
    }
}
