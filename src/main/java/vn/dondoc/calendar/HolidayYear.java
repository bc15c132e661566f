package vn.dondoc.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.YamlSection;

/** Reads one year's file of days off and checks it against itself, the days of the week and the moon. */
final class HolidayYear {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Problems problems;
    private final int year;
    private final Map<LocalDate, HolidayEntry> daysOff = new TreeMap<>();
    private final Map<LocalDate, WorkedDay> worked = new TreeMap<>();
    private boolean allEntriesRead = true;

    /**
     * A Saturday or Sunday worked in exchange.
     *
     * @param section where it stands, for messages
     * @param insteadOf the working day given for it; null when the file names none
     */
    record WorkedDay(YamlSection section, @Nullable LocalDate insteadOf) {}

    private HolidayYear(int year, Problems problems) {
        this.year = year;
        this.problems = problems;
    }

    static HolidayYear read(Path path, Problems problems) {
        YamlSection file = YamlSection.read(path, problems);
        HolidayYear holidays = new HolidayYear(yearOf(path, file), problems);
        if (file.keys().isEmpty()) {
            file.refuse("không đọc được ngày nghỉ nào", "chép tệp của năm trước rồi sửa từng ngày");
        } else {
            holidays.read(file);
        }
        return holidays;
    }

    int year() {
        return year;
    }

    Map<LocalDate, String> daysOff() {
        Map<LocalDate, String> names = new TreeMap<>();
        daysOff.forEach((day, entry) -> names.put(day, entry.name()));
        return names;
    }

    Map<LocalDate, WorkedDay> worked() {
        return worked;
    }

    /** The file's name says the year; the key repeats it, so that a copied file that was not edited is found. */
    private static int yearOf(Path path, YamlSection file) {
        String name = String.valueOf(path.getFileName()).replace(".yaml", "");
        int named = name.matches("20\\d\\d") ? Integer.parseInt(name) : FIRST_YEAR;
        int year = file.number("year", named, FIRST_YEAR, LAST_YEAR);
        if (file.has("year") && !name.equals(String.valueOf(year))) {
            file.refuse(
                    "year",
                    "năm " + year + " khác với tên tệp " + path.getFileName(),
                    "đổi tên tệp thành " + year + ".yaml hoặc sửa year và từng ngày");
        }
        return year;
    }

    private void read(YamlSection file) {
        if (!file.has("year")) {
            file.refuse("year", "thiếu năm", "ghi year: " + year);
        }
        if (!file.keys().contains("source")) {
            file.refuse(
                    "source",
                    "thiếu văn bản thông báo lịch nghỉ",
                    "ghi source: số, ngày của văn bản; chưa có thì ghi source: null");
        }
        file.text("source");
        file.sections("daysOff").forEach(this::addDaysOff);
        file.sections("workingDays").forEach(this::addWorkedDay);
        if (allEntriesRead) {
            checkMoon(file, "Tết Nguyên đán", "mùng 1 Tết", LunarYear.newYear(year));
            checkMoon(file, "Giỗ Tổ", "mùng 10 tháng Ba âm lịch", LunarYear.hungKings(year));
        }
        file.finish();
    }

    private void addDaysOff(YamlSection section) {
        Optional<HolidayEntry> read = HolidayEntry.read(section, year);
        allEntriesRead &= read.isPresent();
        read.ifPresent(entry -> {
            entry.days()
                    .flatMap(day -> Stream.ofNullable(daysOff.get(day)))
                    .findFirst()
                    .ifPresent(earlier -> section.refuse(
                            "trùng ngày với “" + earlier.name() + "” ở dòng "
                                    + earlier.section().line(),
                            "mỗi ngày ghi một lần: bỏ một dòng hoặc sửa ngày"));
            entry.days().forEach(day -> daysOff.putIfAbsent(day, entry));
        });
    }

    private void addWorkedDay(YamlSection section) {
        Optional<LocalDate> date = section.date("date");
        Optional<LocalDate> insteadOf = section.date("insteadOf");
        section.text("notice");
        section.flag("verified", true);
        HolidayEntry.checkWeekday(section, date);
        if (!section.has("date")) {
            section.refuse("thiếu ngày làm bù", "ghi date: \"05/01/2019\"");
        }
        date.ifPresent(day -> {
            checkWorkedDay(section, day);
            worked.put(day, new WorkedDay(section, insteadOf.orElse(null)));
        });
    }

    private void checkWorkedDay(YamlSection section, LocalDate day) {
        String written = VietnameseDate.write(day);
        WorkedDay earlier = worked.get(day);
        HolidayEntry off = daysOff.get(day);
        if (!StatutoryHolidays.isWeekend(day)) {
            section.refuse(
                    "date",
                    "ngày làm bù phải là thứ Bảy hoặc Chủ nhật, " + written + " là "
                            + Weekday.of(day).words(),
                    "kiểm tra lại thông báo");
        }
        if (day.getYear() != year) {
            section.refuse(
                    "date",
                    "ngày làm bù " + written + " không thuộc năm " + year,
                    "chuyển sang tệp " + day.getYear() + ".yaml");
        }
        if (earlier != null) {
            section.refuse(
                    "date",
                    "ngày làm bù " + written + " đã ghi ở dòng "
                            + earlier.section().line(),
                    "bỏ một dòng");
        }
        if (off != null) {
            section.refuse(
                    "date",
                    "ngày " + written + " vừa là ngày làm bù vừa là ngày nghỉ ở dòng "
                            + off.section().line(),
                    "bỏ một trong hai dòng");
        }
    }

    /** The law gives both days of the moon each year: a file that works on one of them has a date wrong. */
    private void checkMoon(YamlSection file, String name, String dayOfMoon, LocalDate expected) {
        List<HolidayEntry> named =
                daysOff.values().stream().filter(entry -> entry.isNamed(name)).toList();
        HolidayEntry found = daysOff.get(expected);
        if (found == null || !(named.isEmpty() || found.isNamed(name))) {
            problems.add(
                    named.isEmpty()
                            ? file.place("daysOff")
                            : named.get(0).section().place(),
                    dayOfMoon + " năm " + year + " là " + VietnameseDate.write(expected)
                            + " (tính theo âm lịch) mà tệp không ghi nghỉ " + name + " ngày đó",
                    "kiểm tra lại ngày theo thông báo");
        }
    }
}
