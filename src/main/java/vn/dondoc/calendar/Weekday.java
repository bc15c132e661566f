package vn.dondoc.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.VietnameseText;

/** The days of the week as officials write them. */
enum Weekday {
    MONDAY("thứ Hai"),
    TUESDAY("thứ Ba"),
    WEDNESDAY("thứ Tư"),
    THURSDAY("thứ Năm"),
    FRIDAY("thứ Sáu"),
    SATURDAY("thứ Bảy"),
    SUNDAY("Chủ nhật");

    private final String words;

    Weekday(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Weekday of(LocalDate day) {
        DayOfWeek dayOfWeek = day.getDayOfWeek();
        return values()[dayOfWeek.getValue() - 1];
    }

    /** Empty when the words name no day of the week; capitals do not count. */
    static Optional<Weekday> read(String words) {
        String key = VietnameseText.key(words);
        return Arrays.stream(values())
                .filter(weekday -> VietnameseText.key(weekday.words).equals(key))
                .findFirst();
    }

    static List<String> allWords() {
        return Arrays.stream(values()).map(Weekday::words).toList();
    }
}
