package vn.dondoc.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a packed file, by their names in lower case. Nothing is ever unpacked to a disk. */
final class FileParts implements AutoCloseable {
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_NAME = 300;
    /** The first bytes of each line of a packed file's table of contents. */
    private static final byte[] LISTED = {'P', 'K', 1, 2};

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts;
    private final Allowance allowance;
    private final Set<String> walked = new HashSet<>();

    private FileParts(ZipFile zip, Map<String, ZipArchiveEntry> parts, Allowance allowance) {
        this.zip = zip;
        this.parts = parts;
        this.allowance = allowance;
    }

    static FileParts open(byte[] bytes, Allowance allowance) throws UnreadableSpreadsheetException {
        if (listed(bytes) > MOST_PARTS) {
            throw UnreadableSpreadsheetException.tooMuch("tệp nén có hơn " + MOST_PARTS + " phần");
        }
        try {
            ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
            return new FileParts(zip, named(zip), allowance);
        } catch (UnreadableSpreadsheetException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw UnreadableSpreadsheetException.foreign("tệp nén hỏng hoặc có mật khẩu, không đọc được");
        }
    }

    /** Counted before the file is opened: its table of contents alone may be made to fill the memory. */
    private static int listed(byte[] bytes) {
        int count = 0;
        for (int i = 0; i + LISTED.length <= bytes.length; i++) {
            if (bytes[i] == LISTED[0]
                    && bytes[i + 1] == LISTED[1]
                    && bytes[i + 2] == LISTED[2]
                    && bytes[i + 3] == LISTED[3]) {
                count++;
            }
        }
        return count;
    }

    private static Map<String, ZipArchiveEntry> named(ZipFile zip) throws UnreadableSpreadsheetException {
        Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            refuseStrange(name);
            if (parts.put(name, entry) != null) {
                throw UnreadableSpreadsheetException.unsafe("tệp nén có hai phần cùng tên");
            }
        }
        return parts;
    }

    /** Names are never used on a disk; a file that tries it all the same was made to do harm. */
    private static void refuseStrange(String name) throws UnreadableSpreadsheetException {
        boolean leadsOut = name.startsWith("/")
                || name.startsWith("\\")
                || name.contains(":")
                || Arrays.asList(name.split("[/\\\\]")).contains("..");
        if (leadsOut || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw UnreadableSpreadsheetException.unsafe("tệp nén có phần mang tên không hợp lệ");
        }
    }

    /** Whether there is a part whose name begins, or ends, in this way. */
    boolean hasLike(String start, String end) {
        return parts.keySet().stream().anyMatch(name -> name.startsWith(start) && name.endsWith(end));
    }

    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** A part to walk through; null when the file has none of that name. */
    @Nullable PartReader open(String name) throws IOException {
        String key = name.toLowerCase(Locale.ROOT);
        ZipArchiveEntry part = parts.get(key);
        if (part == null) {
            return null;
        }
        walked.add(key);
        return new PartReader(unpacked(part));
    }

    /** Goes through all that nobody walked through: what it unpacks to counts, and what its XML declares. */
    void lookThroughTheRest() throws IOException {
        for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
            String name = part.getKey();
            if (walked.contains(name) || part.getValue().isDirectory()) {
                continue;
            }
            try (MeteredStream content = unpacked(part.getValue())) {
                if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                    lookThroughXml(content);
                }
                content.allowAtOnce(Long.MAX_VALUE);
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** What is no XML is none that anybody would read as such. */
    private static void lookThroughXml(MeteredStream content) throws IOException {
        try {
            PartReader reader = new PartReader(content);
            while (reader.nextElement() != null) {
                // a document type is refused on the way
            }
        } catch (UnreadableSpreadsheetException refused) {
            if (refused.isUnsafe()) {
                throw refused;
            }
        }
    }

    private MeteredStream unpacked(ZipArchiveEntry part) throws IOException {
        InputStream content = zip.getInputStream(part);
        if (content == null) {
            throw UnreadableSpreadsheetException.foreign("tệp nén hỏng hoặc có mật khẩu, không đọc được");
        }
        return new MeteredStream(content, allowance);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
