package vn.dondoc.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.reading.YamlSection;

/**
 * Reads the kinds of values that settings have. A key that is missing or left blank takes its default; a value that
 * cannot be used becomes a problem, and the default stands in for it so that reading goes on to the next mistake.
 */
record SettingReader(YamlSection section, Path home, Map<String, String> environment) {
    static final String ADDRESS = "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    SettingReader inside(String key) {
        return new SettingReader(section.section(key), home, environment);
    }

    /** One line: a line break or another control character could smuggle a header into a letter. */
    String text(String key, String fallback) {
        String text = section.text(key).filter(value -> !value.isBlank()).orElse(fallback);
        if (!VietnameseText.oneLine(text).equals(text)) {
            problem(key, "phải là một dòng, không có ký tự điều khiển hay dấu cách ở hai đầu", "");
            return fallback;
        }
        return text;
    }

    String address(String key, String fallback) {
        String address = text(key, fallback);
        if (!address.isEmpty() && !address.matches(ADDRESS)) {
            problem(key, "“" + address + "” không phải địa chỉ thư", "ghi dạng ten@don-vi.example, không dấu");
            return fallback;
        }
        return address;
    }

    String path(String key, String fallback) {
        String path = text(key, fallback);
        try {
            return home.resolve(path).toString().isEmpty() ? fallback : path;
        } catch (InvalidPathException impossible) {
            problem(key, "máy này không đặt được tên “" + path + "”", "dùng chữ không dấu, số, gạch nối");
            return fallback;
        }
    }

    @Nullable LocalDate date(String key) {
        boolean blank = section.text(key).filter(value -> !value.isBlank()).isEmpty();
        return blank ? null : section.date(key).orElse(null);
    }

    LocalTime time(String key, String fallback) {
        String time = text(key, fallback);
        try {
            return LocalTime.parse(time, TIME);
        } catch (DateTimeParseException notATime) {
            problem(key, "“" + time + "” không phải giờ", "ghi dạng \"" + fallback + "\"");
            return LocalTime.parse(fallback, TIME);
        }
    }

    /** One of an enum's names, in lower case. */
    <E extends Enum<E>> E choice(String key, E fallback) {
        List<String> names = Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                .map(SettingReader::name)
                .toList();
        String chosen = section.oneOf(key, names, name(fallback));
        return Enum.valueOf(fallback.getDeclaringClass(), chosen.toUpperCase(Locale.ROOT));
    }

    void problem(String key, String message, String hint) {
        section.refuse(key, message, hint);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
