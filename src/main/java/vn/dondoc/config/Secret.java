package vn.dondoc.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A password, which comes from a file or from the environment and never from the configuration itself. It prints as
 * stars; only {@link #reveal} gives it.
 */
public final class Secret {
    static final Secret NONE = new Secret("", "", "");

    private static final long LARGEST_FILE = 4_096;

    private final String value;
    private final String file;
    private final String environment;

    private Secret(String value, String file, String environment) {
        this.value = value;
        this.file = file;
        this.environment = environment;
    }

    /** From the keys {@code <name>File} and {@code <name>Environment}, of which one at most may be given. */
    static Secret read(SettingReader section, String name) {
        String file = section.path(name + "File", "");
        String variable = section.text(name + "Environment", "");
        String value = "";
        if (!file.isEmpty() && !variable.isEmpty()) {
            section.problem(
                    name + "Environment",
                    "mật khẩu ghi ở hai nơi",
                    "chỉ giữ một: " + name + "File hoặc " + name + "Environment");
        } else if (!file.isEmpty()) {
            value = fromFile(section, name + "File", file);
        } else if (!variable.isEmpty()) {
            value = fromEnvironment(section, name + "Environment", variable);
        }
        return new Secret(value, file, variable);
    }

    private static String fromFile(SettingReader section, String key, String file) {
        Path path = section.home().resolve(file);
        try {
            if (Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE) {
                String value = Files.readString(path).strip();
                if (value.isEmpty() || value.lines().count() > 1) {
                    section.problem(key, "tệp mật khẩu phải có đúng một dòng", "ghi lại tệp “" + file + "”");
                }
                return value;
            }
        } catch (IOException unreadable) {
            // answered below: neither the reason nor the bytes may show anything of what is inside
        }
        section.problem(key, "không đọc được tệp mật khẩu “" + file + "”", "kiểm tra tên tệp và quyền đọc");
        return "";
    }

    private static String fromEnvironment(SettingReader section, String key, String variable) {
        String value = section.environment().getOrDefault(variable, "");
        if (value.isBlank()) {
            section.problem(key, "biến môi trường “" + variable + "” chưa đặt", "đặt biến rồi khởi động lại");
        }
        return value;
    }

    public String reveal() {
        return value;
    }

    /** Whether a place for it is given, readable or not. */
    public boolean isSet() {
        return !file.isEmpty() || !environment.isEmpty();
    }

    /** The file it comes from, as written; empty when it does not. */
    public String file() {
        return file;
    }

    /** The variable it comes from; empty when it does not. */
    public String environment() {
        return environment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && value.equals(that.value)
                && file.equals(that.file)
                && environment.equals(that.environment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, environment);
    }

    @Override
    public String toString() {
        return isSet() ? "********" : "";
    }
}
