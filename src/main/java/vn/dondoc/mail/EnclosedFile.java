package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** A file in a mail that came in; its bytes stay where they are until somebody reads them. */
public final class EnclosedFile {
    private final String name;
    private final Part part;

    EnclosedFile(String name, Part part) {
        this.name = name;
        this.part = part;
    }

    /** As the sender called it, on one line; "tệp không tên" for one without a name. */
    public String name() {
        return name;
    }

    /** Whether its bytes came through; they are read once for that, and not kept. */
    public boolean isDecodable() {
        try (InputStream bytes = open()) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | RuntimeException garbled) {
            return false;
        }
    }

    /** Hands its bytes over, decoded while they are read. */
    public <T> T read(Function<InputStream, T> reader) {
        try (InputStream bytes = open()) {
            return reader.apply(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InputStream open() throws IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException undecodable) {
            throw new IOException("the attachment cannot be decoded", undecodable);
        }
    }
}
