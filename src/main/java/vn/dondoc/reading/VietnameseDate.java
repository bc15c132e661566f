package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as officials write them (31/12/2017), with the ISO form (2017-12-31) accepted on reading. */
public final class VietnameseDate {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private VietnameseDate() {}

    public static String write(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** Empty when the text is no date, or a date that no calendar has (31/02/2017). */
    public static Optional<LocalDate> read(String text) {
        String stripped = text.strip();
        try {
            return Optional.of(stripped.contains("/") ? LocalDate.parse(stripped, READ) : LocalDate.parse(stripped));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
