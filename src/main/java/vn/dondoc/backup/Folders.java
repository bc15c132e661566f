package vn.dondoc.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders copied and deleted as a whole. */
final class Folders {
    private Folders() {}

    /** Copies a file or a folder; what is missing is left out, what is there already stays. */
    static void copyMissing(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        for (Path file : everythingIn(from)) {
            Path target =
                    from.equals(file) ? to : to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!Files.exists(target)) {
                copyWhole(file, target);
            }
        }
    }

    /** Under its name stands the whole file, or nothing. */
    private static void copyWhole(Path file, Path target) throws IOException {
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path folder) throws IOException {
        List<Path> everything = everythingIn(folder);
        for (Path inside : everything.stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(inside);
        }
    }

    /** The files of a folder, of those in it as well, or the file itself; none where it is missing. */
    static List<Path> filesIn(Path folder) throws IOException {
        return Files.exists(folder)
                ? everythingIn(folder).stream()
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> everything = Files.walk(folder)) {
            return everything.toList();
        }
    }
}
