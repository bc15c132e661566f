package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.reading.YamlSection;

/**
 * One entry of {@code daysOff}: a day, or days in a row, under one name.
 *
 * @param section where it stands, for messages
 * @param from its first day
 * @param to its last day, not before the first
 */
record HolidayEntry(YamlSection section, String name, LocalDate from, LocalDate to) {

    /** Empty, with a problem, when the entry gives no days of the year. */
    static Optional<HolidayEntry> read(YamlSection section, int year) {
        String name = section.requiredText("name");
        section.flag("verified", true);
        section.text("note");
        Optional<LocalDate> date = section.date("date");
        Optional<LocalDate> from = section.date("from");
        Optional<LocalDate> to = section.date("to");
        checkWeekday(section, date.or(() -> from));
        boolean oneDay = section.has("date") && !section.has("from") && !section.has("to");
        boolean manyDays = !section.has("date") && section.has("from") && section.has("to");
        if (!oneDay && !manyDays) {
            section.refuse(
                    section.has("date") ? "ghi cả date lẫn from, to" : "thiếu ngày nghỉ",
                    "một ngày ghi date: \"01/01/2018\", nhiều ngày liền ghi from và to");
            return Optional.empty();
        }
        return date.or(() -> from)
                .flatMap(first -> date.or(() -> to).map(last -> new HolidayEntry(section, name, first, last)))
                .filter(entry -> entry.isOf(year));
    }

    /** Checks the optional {@code weekday}, which is the first day's. */
    static void checkWeekday(YamlSection section, Optional<LocalDate> day) {
        Optional<String> words = section.text("weekday");
        Optional<Weekday> written = words.flatMap(Weekday::read);
        if (words.isPresent() && written.isEmpty()) {
            section.refuse(
                    "weekday",
                    "“" + words.get() + "” không phải thứ trong tuần",
                    Nearest.hint(words.get(), Weekday.allWords()));
        }
        if (day.isPresent() && written.isPresent() && written.get() != Weekday.of(day.get())) {
            section.refuse(
                    "weekday",
                    VietnameseDate.write(day.get()) + " là "
                            + Weekday.of(day.get()).words() + ", không phải "
                            + written.get().words(),
                    "kiểm tra lại ngày và thứ theo thông báo");
        }
    }

    private boolean isOf(int year) {
        if (to.isBefore(from)) {
            section.refuse("ngày cuối to đứng trước ngày đầu from", "đổi chỗ hai ngày");
            return false;
        }
        if (from.getYear() != year || to.getYear() != year) {
            section.refuse("ngày nghỉ phải nằm trong năm " + year, "mỗi ngày ghi ở tệp của chính năm chứa ngày đó");
            return false;
        }
        return true;
    }

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    /** Whether it is the holiday itself and not a day given in exchange for it. */
    boolean isNamed(String holiday) {
        return VietnameseText.key(name).startsWith(VietnameseText.key(holiday));
    }
}
