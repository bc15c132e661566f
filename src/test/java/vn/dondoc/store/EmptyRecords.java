package vn.dondoc.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records with nothing in them yet. Their tables are made once in this process, migration by migration, and copied. */
public final class EmptyRecords {
    private static final byte[] WITH_TABLES = make();

    private EmptyRecords() {}

    /** The file in a folder, and no other's; one that is there already stays. */
    public static Path in(Path folder) {
        return at(folder.resolve("dondoc.db"));
    }

    public static Path at(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, WITH_TABLES);
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] make() {
        try {
            Path folder = Files.createTempDirectory("dondoc-empty-records");
            Path file = folder.resolve("dondoc.db");
            Database.open(file).close();
            byte[] made = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return made;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
