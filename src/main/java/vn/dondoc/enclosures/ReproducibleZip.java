package vn.dondoc.enclosures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An Office file without the moment at which it was written: a letter that is composed again carries the same bytes. */
final class ReproducibleZip {
    /** For whoever writes the file that comes in: it is packed here, and there in vain. */
    static final int PACKED_LATER = Deflater.NO_COMPRESSION;

    /** A twentieth larger than with the usual 6, in a third of the time. */
    private static final int PACKING = 4;

    /** The hash of an empty password: a program that asks for it would refuse the empty answer. */
    private static final Pattern PASSWORD = Pattern.compile("^<sheetProtection password=\"[0-9A-Fa-f]*\"");

    private static final String PROTECTION = "<sheetProtection";

    private static final Pattern ANCHOR = Pattern.compile("<x:Anchor>(\\d+),0,(\\d+),0,\\d+,0,\\d+,0</x:Anchor>");

    private ReproducibleZip() {}

    /** The same file as if it had been written at the beginning of that day. */
    static byte[] of(byte[] officeFile, LocalDate day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(officeFile.length);
        // Java's own reader of streams stumbles over the way in which the writer notes sizes
        try (ZipFile in = ZipFile.builder().setByteArray(officeFile).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(PACKING);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipEntry dated = new ZipEntry(entry.getName());
                dated.setTimeLocal(day.atStartOfDay());
                zip.putNextEntry(dated);
                zip.write(content(entry.getName(), in.getInputStream(entry).readAllBytes(), day));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] content(String name, byte[] written, LocalDate day) {
        if (name.equals("docProps/core.xml")) {
            return dated(written, day);
        }
        if (name.startsWith("xl/worksheets/sheet")) {
            return withoutPassword(written);
        }
        return name.endsWith(".vml") ? roomy(written) : written;
    }

    /** What is sought stands once, behind all rows. */
    private static byte[] withoutPassword(byte[] sheet) {
        String text = new String(sheet, StandardCharsets.UTF_8);
        int from = text.lastIndexOf(PROTECTION);
        return from < 0
                ? sheet
                : (text.substring(0, from)
                                + PASSWORD.matcher(text.substring(from)).replaceFirst(PROTECTION))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] roomy(byte[] comments) {
        return ANCHOR.matcher(new String(comments, StandardCharsets.UTF_8))
                .replaceAll(ReproducibleZip::roomy)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** From the cell's corner over two columns and eight lines: the writer's two lines show no whole sentence. */
    private static String roomy(MatchResult anchor) {
        int column = Integer.parseInt(anchor.group(1));
        int line = Integer.parseInt(anchor.group(2));
        return "<x:Anchor>" + (column + 1) + ",15," + line + ",2," + (column + 3) + ",15," + (line + 8)
                + ",2</x:Anchor>";
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)", "$1" + day + "T00:00:00Z$3")
                .getBytes(StandardCharsets.UTF_8);
    }
}
