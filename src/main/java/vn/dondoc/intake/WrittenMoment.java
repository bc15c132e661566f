package vn.dondoc.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.VietnameseDate;

/** A moment of receipt as an import writes it; without an offset it is Vietnam's time, without an hour the day's start. */
final class WrittenMoment {
    static final String HINT = "ghi dạng 2017-12-15T09:00:00+07:00 hoặc 15/12/2017 09:00";
    private static final DateTimeFormatter VIETNAMESE =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> vietnam(LocalDateTime.parse(text)),
            text -> vietnam(LocalDateTime.parse(text, VIETNAMESE)));

    private WrittenMoment() {}

    static Optional<Instant> read(String written) {
        String text = written.strip();
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeParseException anotherForm) {
                // the next form may fit
            }
        }
        return VietnameseDate.read(text).map(day -> VietnamTime.at(day, LocalTime.MIN));
    }

    /** As receipts write it: 2017-12-15T09:00:00+07:00. */
    static String write(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(VietnamTime.ZONE));
    }

    private static Instant vietnam(LocalDateTime time) {
        return time.atZone(VietnamTime.ZONE).toInstant();
    }
}
