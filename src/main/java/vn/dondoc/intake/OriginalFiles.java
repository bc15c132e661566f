package vn.dondoc.intake;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.VietnameseText;

/** The bytes that came in, kept before anybody looks into them: {@code received/2017/<sha256>-<name>}. */
public final class OriginalFiles {
    private static final int HASH_LETTERS_IN_NAME = 32;
    private static final int LONGEST_NAME = 48;

    private final Path folder;

    /** @param folder {@code data/received}; made when the first file comes in */
    public OriginalFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A kept file.
     *
     * @param name as the sender called it, without folders, on one line
     * @param storedPath below the folder of originals
     */
    public record Original(String name, String sha256, long size, String storedPath, Path file) {}

    /** Writes the bytes to disk and returns only once they would survive a power cut. */
    public Original keep(String senderName, InputStream bytes, Instant now) throws IOException {
        String name = withoutFolders(senderName);
        String year = String.valueOf(VietnamTime.dayOf(now).getYear());
        Path ofYear = Files.createDirectories(folder.resolve(year));
        Path incoming = Files.createTempFile(ofYear, ".incoming-", ".part");
        try {
            String sha256 = write(bytes, incoming);
            String stored = sha256.substring(0, HASH_LETTERS_IN_NAME) + "-" + safe(name);
            Path kept = ofYear.resolve(stored);
            // The same bytes under the same name lie there already, if anything does.
            Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushFolder(ofYear);
            return new Original(name, sha256, Files.size(kept), year + "/" + stored, kept);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static String write(InputStream bytes, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            bytes.transferTo(out);
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A rename is on disk only when its folder is; Windows neither needs nor allows this. */
    private static void flushFolder(Path ofYear) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(ofYear, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static String withoutFolders(String senderName) {
        String oneLine = VietnameseText.oneLine(senderName);
        String last = oneLine.substring(Math.max(oneLine.lastIndexOf('/'), oneLine.lastIndexOf('\\')) + 1);
        String name = last.strip();
        return name.isEmpty() || name.equals(".") || name.equals("..")
                ? "tệp không tên"
                : ending(name, 2 * LONGEST_NAME);
    }

    /** Letters, digits and {@code . _ -} stay; the hash in front keeps the name from being hidden, special or taken. */
    private static String safe(String name) {
        return ending(name.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]+", "-").replaceAll("\\.{2,}", "."), LONGEST_NAME);
    }

    /** The last letters, so that the file type stays. */
    private static String ending(String name, int letters) {
        int length = name.codePointCount(0, name.length());
        return length <= letters ? name : name.substring(name.offsetByCodePoints(0, length - letters));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
