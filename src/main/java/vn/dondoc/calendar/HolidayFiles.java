package vn.dondoc.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;

/** Reads {@code config/holidays/<year>.yaml}: days off and worked Saturdays, each year by its notice. */
public final class HolidayFiles {
    private final Map<LocalDate, String> daysOff = new HashMap<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();
    private final Problems problems;

    private HolidayFiles(Problems problems) {
        this.problems = problems;
    }

    public static WorkingCalendar read(Path folder, Problems problems) {
        HolidayFiles files = new HolidayFiles(problems);
        for (Path file : yamlFilesIn(folder)) {
            files.readYear(YamlSection.read(file, problems));
        }
        return new WorkingCalendar(files.daysOff, files.worked, files.years);
    }

    private static List<Path> yamlFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void readYear(YamlSection file) {
        int year = file.number("year", 2017, 2000, 2100);
        years.add(year);
        file.text("source");
        for (YamlSection off : file.sections("daysOff")) {
            String name = off.requiredText("name");
            off.flag("verified", true);
            off.text("note");
            Optional<LocalDate> from = off.has("date") ? off.date("date") : off.date("from");
            Optional<LocalDate> to = off.has("to") ? off.date("to") : from;
            if (from.isPresent() && to.isPresent()) {
                addDaysOff(off, year, from.get(), to.get(), name);
            } else {
                problems.add(off.place(), "thiếu ngày nghỉ", "ghi date: \"01/01/2018\" hoặc from và to");
            }
        }
        for (YamlSection day : file.sections("workingDays")) {
            readWorkedDay(day);
        }
        file.finish();
    }

    private void addDaysOff(YamlSection entry, int year, LocalDate from, LocalDate to, String name) {
        if (from.getYear() != year || to.getYear() != year || to.isBefore(from)) {
            problems.add(
                    entry.place(), "ngày nghỉ phải nằm trong năm " + year + " và ngày đầu không sau ngày cuối", "");
            return;
        }
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (daysOff.put(day, name) != null) {
                problems.add(entry.place(), "ngày " + day + " ghi hai lần", "bỏ một dòng");
            }
        }
    }

    private void readWorkedDay(YamlSection entry) {
        Optional<LocalDate> day = entry.date("date");
        entry.date("insteadOf");
        entry.text("notice");
        entry.flag("verified", true);
        if (day.isEmpty()) {
            problems.add(entry.place(), "thiếu ngày làm bù", "ghi date: \"05/01/2019\"");
        } else if (day.get().getDayOfWeek() != DayOfWeek.SATURDAY && day.get().getDayOfWeek() != DayOfWeek.SUNDAY) {
            problems.add(entry.place("date"), "ngày làm bù phải là thứ Bảy hoặc Chủ nhật", "kiểm tra lại thông báo");
        } else {
            worked.add(day.get());
        }
    }
}
