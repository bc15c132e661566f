package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.QueuedLetter;

/**
 * Writes letters as files, {@code <folder>/<yyyy-MM-dd>/<HHmmss>-<kind>-<agency>-<short id>.eml}, and mails nothing. The
 * name depends on the letter alone: a repeat overwrites itself.
 */
public final class FolderTransport implements MailTransport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withZone(VietnamTime.ZONE);
    private static final int SHORT_ID_LENGTH = 8;

    private final Path folder;
    private final MimeComposer composer;
    private final boolean outlivesPowerCuts;

    /** Every letter is on disk when it counts as sent. */
    public FolderTransport(Path folder, MimeComposer composer) {
        this(folder, composer, true);
    }

    private FolderTransport(Path folder, MimeComposer composer, boolean outlivesPowerCuts) {
        this.folder = folder;
        this.composer = composer;
        this.outlivesPowerCuts = outlivesPowerCuts;
    }

    /** Leaves it to the machine when its files get to the disk. */
    static FolderTransport forRehearsal(Path folder, MimeComposer composer) {
        return new FolderTransport(folder, composer, false);
    }

    @Override
    public Delivery send(QueuedLetter letter) throws MailException {
        ComposedLetter composed = composer.compose(letter);
        Path file = fileOf(letter);
        try {
            Path day = Files.createDirectories(folder.resolve(file).getParent());
            Path unfinished = day.resolve("." + file.getFileName() + ".tmp");
            write(composed, unfinished);
            Files.move(
                    unfinished,
                    folder.resolve(file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException unwritable) {
            throw MailException.unreachable(
                    "không ghi được tệp thư " + folder.resolve(file) + ": " + unwritable, unwritable);
        }
        return new Delivery(composed.refusedCopies());
    }

    /** The letter's file, relative to the folder. */
    public static Path fileOf(QueuedLetter letter) {
        String day = VietnamTime.dayOf(letter.datedAt()).toString();
        String name = String.join(
                "-",
                TIME.format(letter.datedAt()),
                letter.letter().kind().code(),
                AsciiSlug.of(letter.letter().agency()),
                AsciiSlug.of(letter.messageId()).substring(0, SHORT_ID_LENGTH));
        return Path.of(day, name + ".eml");
    }

    private void write(ComposedLetter composed, Path file) throws IOException, MessagingException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            OutputStream bytes = new UnlockedBuffer(out);
            composed.message().writeTo(bytes);
            bytes.flush();
            if (outlivesPowerCuts) {
                // on disk before the outbox says that it is sent
                out.getFD().sync();
            }
        }
    }
}
