package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An Office file without the moment at which it was written: a letter that is composed again carries the same bytes. */
final class ReproducibleZip {
    /** For whoever writes the file that comes in: it is packed here, and there in vain. */
    static final int PACKED_LATER = Deflater.NO_COMPRESSION;

    private ReproducibleZip() {}

    /** The same file as if it had been written at the beginning of that day. */
    static byte[] of(byte[] officeFile, LocalDate day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(officeFile.length);
        // Java's own reader of streams stumbles over the way in which the writer notes sizes
        try (ZipFile in = ZipFile.builder().setByteArray(officeFile).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipEntry dated = new ZipEntry(entry.getName());
                dated.setTimeLocal(day.atStartOfDay());
                zip.putNextEntry(dated);
                byte[] content = in.getInputStream(entry).readAllBytes();
                zip.write(entry.getName().equals("docProps/core.xml") ? dated(content, day) : content);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)", "$1" + day + "T00:00:00Z$3")
                .getBytes(StandardCharsets.UTF_8);
    }
}
