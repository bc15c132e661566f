package vn.dondoc.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.calendar.VietnamTime;

/** Moments as people write and read them, in Vietnam's time. */
final class Moment {
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu").withZone(VietnamTime.ZONE);

    private Moment() {}

    /** The moment that an option names; now where it is left out. */
    static Instant of(CommandSpec spec, @Nullable String written, DondocCommand dondoc) {
        return written == null ? dondoc.clock().instant() : of(spec, written);
    }

    /** @throws CommandLine.ParameterException when it is none */
    static Instant of(CommandSpec spec, String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException notAnOffset) {
            return local(spec, written);
        }
    }

    private static Instant local(CommandSpec spec, String written) {
        try {
            return LocalDateTime.parse(written).atZone(VietnamTime.ZONE).toInstant();
        } catch (DateTimeException notALocalTime) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "“" + written + "” không phải thời điểm; ghi dạng 2017-12-18T07:00");
        }
    }

    /** "07:00 ngày 18/12/2017". */
    static String inWords(Instant moment) {
        return WORDS.format(moment);
    }
}
