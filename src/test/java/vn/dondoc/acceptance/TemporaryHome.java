package vn.dondoc.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A home folder copied from the checkout, so that tests run on the rules, schedules and units that are shipped. */
public final class TemporaryHome {
    private TemporaryHome() {}

    /** Copies what an installation has; {@code data/} is left to the program. */
    public static Path in(Path folder) throws IOException {
        for (String part : List.of("rules", "schedules", "config")) {
            copy(Path.of(part), folder.resolve(part));
        }
        configure(folder, "listen: không"); // several homes at a time would want one port
        return folder;
    }

    /** Changes lines of {@code config/dondoc.yaml}, each written as "key: value"; of several keys of one name the first. */
    public static void configure(Path home, String... lines) throws IOException {
        Path file = home.resolve("config/dondoc.yaml");
        String text = Files.readString(file);
        for (String line : lines) {
            String key = line.substring(0, line.indexOf(':'));
            String changed = text.replaceFirst("(?m)^(\\s*)" + key + ":.*$", "$1" + line);
            if (changed.equals(text)) {
                throw new IllegalArgumentException("config/dondoc.yaml has no " + key + " to change");
            }
            text = changed;
        }
        Files.writeString(file, text);
    }

    /** Names the mailbox into which letters are answered; its password stands in a file. */
    public static void readAnswersFrom(Path home, int port, String... more) throws IOException {
        Files.writeString(home.resolve("config/imap-password"), "mat-khau\n");
        Path file = home.resolve("config/dondoc.yaml");
        String text = Files.readString(file);
        int block = text.indexOf("\n  imap:\n");
        String before = text.substring(0, block);
        String imap = text.substring(block);
        for (String line : Stream.concat(
                        Stream.of(
                                "host: localhost",
                                "port: " + port,
                                "security: none",
                                "username: hop-thu",
                                "passwordFile: config/imap-password",
                                "timeoutSeconds: 5"),
                        Stream.of(more))
                .toList()) {
            String key = line.substring(0, line.indexOf(':'));
            imap = imap.replaceFirst("(?m)^    " + key + ":.*$", "    " + line);
        }
        Files.writeString(file, before + imap);
    }

    /** Takes away the addresses of all units but some, as a letter to everybody every day takes a test too long. */
    public static void mailOnlyTo(Path home, Predicate<String> units) throws IOException {
        Path file = home.resolve("config/agencies.csv");
        List<String> lines = Files.readAllLines(file).stream()
                .map(line -> line.contains("@") && !units.test(line.substring(0, line.indexOf(',')))
                        ? line.replaceFirst(",[^,@]*@[^,]*,[^,@]*@[^,]*$", ",,")
                        : line)
                .toList();
        Files.write(file, lines);
    }

    /** With the rights that files and folders have: whoever else may write one is not trusted by the program. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                } else if (!Files.isDirectory(target)) {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
