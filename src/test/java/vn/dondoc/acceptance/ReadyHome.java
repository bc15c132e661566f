package vn.dondoc.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home that takes long to come about and that many tests begin with: made once in this process, copied for each of them.
 * Where it was made nobody learns but its maker, so that no test can write into what the next one gets.
 */
public final class ReadyHome {
    private final Making making;
    private @Nullable Path made;

    public ReadyHome(Making making) {
        this.making = making;
    }

    /** How a home comes about. */
    @FunctionalInterface
    public interface Making {
        /** Makes it in an empty folder and closes what it opened. */
        void in(Path folder) throws IOException;
    }

    /** Copies it into a folder that holds no home yet. */
    public Path copyTo(Path folder) {
        try {
            TemporaryHome.copy(made(), folder);
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private synchronized Path made() throws IOException {
        if (made == null) {
            Path folder = Files.createTempDirectory("dondoc-ready-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            making.in(folder);
            made = folder;
        }
        return made;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> leavesFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : leavesFirst) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
