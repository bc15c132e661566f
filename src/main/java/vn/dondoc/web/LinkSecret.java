package vn.dondoc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;

/** The key that signs links. Made on first use, for the program's account only; whoever deletes it voids all links. */
public final class LinkSecret {
    private static final int BYTES = 32;

    private LinkSecret() {}

    /**
     * Reads the key, making it where there is none.
     *
     * @throws FaultyFileException when the file holds something else
     */
    public static byte[] in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key of the links cannot be used: " + file, unusable);
        }
    }

    /** Written aside and linked into place, so that of two processes that begin together both get the same key. */
    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = file.resolveSibling("").toAbsolutePath();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "ack-secret", ".new", forOwnerOnly(folder));
        try {
            Files.writeString(aside, Base64.getEncoder().encodeToString(key) + "\n");
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException anotherWasQuicker) {
            // its key counts
        } finally {
            Files.delete(aside);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException notAKey) {
            // answered below, without showing what is inside
        }
        throw new FaultyFileException(List.of(new Problem(
                file.toString(),
                "tệp khóa ký đường dẫn bị hỏng",
                "xóa tệp để tạo khóa mới; đường dẫn trong các thư đã gửi sẽ mất hiệu lực")));
    }
}
