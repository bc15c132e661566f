package vn.dondoc.enclosures;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The typeface of pictures and pages, taken from the program itself, so that Vietnamese is drawn right on a machine
 * without fonts. Whatever draws must go through here first: the JDK looks for fonts once, at its first drawing.
 */
final class Roboto {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final String REGULAR = "Roboto-Regular.ttf";
    private static final String BOLD = "Roboto-Bold.ttf";
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    /** What the face draws as one: f and l, and letters with an accent that stands by itself. */
    static final Pattern JOINED_LETTERS = Pattern.compile("fl|[\\u0300-\\u036f\\uf6c3]", Pattern.CASE_INSENSITIVE);

    private static final String JOINING_TABLE = "GSUB";
    /** Where an OpenType file says how many tables it has, and where it lists them: tag, checksum, place, length. */
    private static final int TABLE_COUNT = 4;

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;

    /** Both faces as files, about 170 kB each: every printed page takes them in. */
    private static final byte[] REGULAR_FILE = read(REGULAR);

    private static final byte[] BOLD_FILE = read(BOLD);
    private static final Font PLAIN_FACE;
    private static final Font BOLD_FACE;

    static {
        prepareJdk();
        PLAIN_FACE = face(REGULAR);
        BOLD_FACE = face(BOLD);
    }

    private Roboto() {}

    static Font plain(double size) {
        return PLAIN_FACE.deriveFont((float) size);
    }

    static Font bold(double size) {
        return BOLD_FACE.deriveFont((float) size);
    }

    /** The face as a file, for that text. */
    static InputStream openPlain(String text) {
        return open(REGULAR_FILE, text);
    }

    static InputStream openBold(String text) {
        return open(BOLD_FILE, text);
    }

    /**
     * Whoever writes PDFs looks for letters to draw as one at every few words, which costs more than all the rest: text
     * that has none gets the face without its table of them.
     */
    private static InputStream open(byte[] face, String text) {
        return new ByteArrayInputStream(
                JOINED_LETTERS.matcher(text).find() ? face : withoutTable(face.clone(), JOINING_TABLE));
    }

    /** A table that is called otherwise is one that nobody knows. */
    private static byte[] withoutTable(byte[] face, String table) {
        ByteBuffer file = ByteBuffer.wrap(face);
        int tables = file.getShort(TABLE_COUNT);
        for (int i = 0; i < tables; i++) {
            int entry = DIRECTORY + i * DIRECTORY_ENTRY;
            if (new String(face, entry, table.length(), StandardCharsets.US_ASCII).equals(table)) {
                face[entry] = 'x';
            }
        }
        return face;
    }

    /** Without a list of fonts the JDK refuses to draw any text, even in a face that it was handed. */
    private static void prepareJdk() {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty(CONFIGURATION) != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("dondoc-fonts");
            Path plain = copy(REGULAR, folder);
            Path bold = copy(BOLD, folder);
            Path list = Files.writeString(folder.resolve("fontconfig.properties"), list(plain, bold));
            for (Path file : new Path[] {folder, plain, bold, list}) {
                file.toFile().deleteOnExit();
            }
            System.setProperty(CONFIGURATION, list.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream font = open(name)) {
            Files.copy(font, file);
        }
        return file;
    }

    private static String list(Path plain, Path bold) {
        StringBuilder list = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
        for (String family : new String[] {"serif", "sansserif", "monospaced", "dialog", "dialoginput"}) {
            for (String style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
                list.append(family)
                        .append('.')
                        .append(style)
                        .append(".latin-1=")
                        .append(style.startsWith("bold") ? "RobotoBold" : "Roboto")
                        .append('\n');
            }
        }
        return list.append("filename.Roboto=")
                .append(plain)
                .append("\nfilename.RobotoBold=")
                .append(bold)
                .append('\n')
                .toString();
    }

    private static Font face(String name) {
        try (InputStream font = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (IOException | FontFormatException unreadable) {
            throw new IllegalStateException(name + " of the program cannot be read", unreadable);
        }
    }

    private static byte[] read(String name) {
        try (InputStream font = open(name)) {
            return font.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream font = Roboto.class.getResourceAsStream(FOLDER + name);
        if (font == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return font;
    }
}
