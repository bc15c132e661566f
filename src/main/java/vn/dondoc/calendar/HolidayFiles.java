package vn.dondoc.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** Reads {@code config/holidays/<year>.yaml}: days off and worked Saturdays, each year by its notice. */
public final class HolidayFiles {
    private final Map<LocalDate, String> daysOff = new HashMap<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();
    private final Problems problems;

    private HolidayFiles(Problems problems) {
        this.problems = problems;
    }

    /** Takes up the moon ahead of time, by which every file is checked: its tables take longer to make than the files to read. */
    public static void wake() {
        var unused = LunarYear.newYear(LocalDate.EPOCH.getYear());
    }

    public static WorkingCalendar read(Path folder, Problems problems) {
        return read(folder, problems, year -> {});
    }

    /**
     * Reads the files of all years; every mistake becomes a problem.
     *
     * @param onYearWithoutFile told once of each year that is asked about later and has no file: its days off are computed
     */
    public static WorkingCalendar read(Path folder, Problems problems, IntConsumer onYearWithoutFile) {
        HolidayFiles files = new HolidayFiles(problems);
        List<HolidayYear> read = yamlFilesIn(folder).stream()
                .map(file -> HolidayYear.read(file, problems))
                .toList();
        read.forEach(files::add);
        read.forEach(files::checkDaysGiven);
        return new WorkingCalendar(files.daysOff, files.worked, files.years, onYearWithoutFile);
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

    private void add(HolidayYear year) {
        years.add(year.year());
        daysOff.putAll(year.daysOff());
        worked.addAll(year.worked().keySet());
    }

    /** The day given for a worked Saturday may stand in another year's file, so all files come first. */
    private void checkDaysGiven(HolidayYear year) {
        for (HolidayYear.WorkedDay day : year.worked().values()) {
            LocalDate given = day.insteadOf();
            if (given != null && (!daysOff.containsKey(given) || StatutoryHolidays.isWeekend(given))) {
                problems.add(
                        day.section().place("insteadOf"),
                        "ngày được nghỉ thay " + VietnameseDate.write(given) + " không phải ngày nghỉ trong tuần",
                        "ghi một ngày từ thứ Hai đến thứ Sáu và thêm ngày đó vào daysOff của tệp " + given.getYear()
                                + ".yaml");
            }
        }
    }
}
