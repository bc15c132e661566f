package vn.dondoc.enclosures;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives without a moment in them: the same content gives the same bytes. */
public final class FileArchive {
    /** The first moment that a ZIP can name. */
    private static final LocalDateTime NO_MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern MOMENT_OF_PROPERTIES =
            Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)");

    private FileArchive() {}

    /** @param files content of each under its name, in the order in which they are to lie in the archive */
    public static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_MOMENT);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The same archive with its moments taken out: of its entries, and of the properties that office files carry. */
    static byte[] withoutMoments(byte[] archive) {
        Map<String, byte[]> files = read(archive);
        files.computeIfPresent(
                PROPERTIES,
                (name, xml) -> MOMENT_OF_PROPERTIES
                        .matcher(new String(xml, StandardCharsets.UTF_8))
                        .replaceAll("$1" + NO_MOMENT + ":00Z$2")
                        .getBytes(StandardCharsets.UTF_8));
        return of(files);
    }

    static Map<String, byte[]> read(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
