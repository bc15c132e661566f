package vn.dondoc.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;

/**
 * A copy of rules, schedules and configuration, to be tried elsewhere; the data and the passwords stay where they are. Rules
 * that were compiled already need not be compiled again.
 */
final class HomeCopy {
    /** The address of a database server, within its block. */
    private static final Pattern SERVER =
            Pattern.compile("(?m)(^database:(?:\\R(?:[ \\t#].*)?)*?\\R[ \\t]+url:)[^\\r\\n]*");

    private HomeCopy() {}

    static Home of(Settings original, Path folder) {
        Home home = original.home();
        Set<Path> passwords = Stream.of(
                        original.configuration().mail().smtp().password(),
                        original.configuration().mail().imap().password(),
                        original.configuration().database().password())
                .map(password -> home.folder().resolve(password.file()))
                .collect(Collectors.toSet());
        for (Path part : List.of(home.rules(), home.schedules(), home.config())) {
            copy(part, folder.resolve(home.folder().relativize(part)), passwords);
        }
        if (Files.isDirectory(home.compiledRules())) {
            copy(home.compiledRules(), folder.resolve(home.folder().relativize(home.compiledRules())), Set.of());
        }
        forgetTheServer(folder.resolve(home.folder().relativize(home.config())).resolve("dondoc.yaml"));
        return new Home(folder);
    }

    /** Whoever opens the copy later finds what was rehearsed in it, and not the real records. */
    private static void forgetTheServer(Path configuration) {
        try {
            if (Files.exists(configuration)) {
                String text = Files.readString(configuration);
                Files.writeString(configuration, SERVER.matcher(text).replaceFirst("$1"));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What was put aside, or is being written. */
    private static boolean isHidden(Path folder, Path file) {
        return java.util.stream.StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private static void copy(Path from, Path to, Set<Path> leftOut) {
        try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(file -> !leftOut.contains(file) && !isHidden(from, file))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
