package vn.dondoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that a command fills. What an earlier run of the same command wrote, which left its mark there, is cleared;
 * anything else in the folder is somebody's work.
 *
 * @param mark name of the file that marks it
 */
record OutFolder(Path folder, String mark) {

    /** Missing, empty, or filled by an earlier run. */
    boolean isFree() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        return Files.isDirectory(folder) && (contents().isEmpty() || Files.exists(folder.resolve(mark)));
    }

    /** Clears a free folder and marks it; made when missing. */
    void prepare(String words) throws IOException {
        Files.createDirectories(folder);
        for (Path inside : contents()) {
            delete(inside);
        }
        Files.writeString(folder.resolve(mark), words);
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
