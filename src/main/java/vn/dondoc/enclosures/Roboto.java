package vn.dondoc.enclosures;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The typeface of pictures and pages, taken from the program itself, so that Vietnamese is drawn right on a machine
 * without fonts. Whatever draws must go through here first: the JDK looks for fonts once, at its first drawing.
 */
final class Roboto {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final String REGULAR = "Roboto-Regular.ttf";
    private static final String BOLD = "Roboto-Bold.ttf";
    private static final String CONFIGURATION = "sun.awt.fontconfig";

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

    static InputStream openPlain() {
        return open(REGULAR);
    }

    static InputStream openBold() {
        return open(BOLD);
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

    private static InputStream open(String name) {
        InputStream font = Roboto.class.getResourceAsStream(FOLDER + name);
        if (font == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return font;
    }
}
