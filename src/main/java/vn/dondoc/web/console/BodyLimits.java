package vn.dondoc.web.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of a request is read at all. A form's fields become very many objects in memory, a file's bytes do not: so forms
 * have little room, those of strangers least, and files are taken only where somebody has to be signed in first. The
 * interface for programs has limits of its own.
 */
final class BodyLimits {
    private static final Logger LOG = LoggerFactory.getLogger(BodyLimits.class);
    private static final long OF_A_STRANGERS_FORM = 16L << 10;
    private static final long OF_A_FORM = 4L << 20;
    private static final long MOST_READ_IN_VAIN = 256L << 20;
    private static final long MOST_READ_OF_THE_UNMEASURED = 64L << 10;
    private static final Duration LONGEST_READ_IN_VAIN = Duration.ofSeconds(20);
    private static final int BYTES_AT_ONCE = 8 << 10;

    private final long largest;
    private final ConsolePages pages;
    private final LongSupplier nanoTime;

    /**
     * @param largest bytes of a request with a file
     * @param nanoTime a time that never goes back, nanoseconds
     */
    BodyLimits(long largest, ConsolePages pages, LongSupplier nanoTime) {
        this.largest = largest;
        this.pages = pages;
        this.nanoTime = nanoTime;
    }

    /** Refuses what is too large, or may be, before anything of it is looked at. */
    void check(Context http) {
        if (http.path().startsWith("/api/")) {
            return;
        }
        Words words = Door.wordsOf(http);
        boolean file = http.isMultipartFormData();
        if (file && isOfStrangers(http.path())) {
            refuse(http, HttpStatus.UNSUPPORTED_MEDIA_TYPE, words.of("Ở đây không nhận tệp.", "No files here."));
        } else if (!file && http.header("Transfer-Encoding") != null) {
            refuse(
                    http,
                    HttpStatus.LENGTH_REQUIRED,
                    words.of("Biểu mẫu không nói trước độ dài, chưa nhận gì.", "The form does not say its length."));
        } else if (lengthOf(http) > most(http, file)) {
            refuse(http, HttpStatus.CONTENT_TOO_LARGE, tooLarge(words, file));
        }
    }

    private long most(Context http, boolean file) {
        if (file) {
            return largest;
        }
        return Math.min(largest, isOfStrangers(http.path()) ? OF_A_STRANGERS_FORM : OF_A_FORM);
    }

    private static boolean isOfStrangers(String path) {
        return path.startsWith(Door.SIGN_IN) || path.startsWith(Door.LINK);
    }

    private static String tooLarge(Words words, boolean file) {
        return file
                ? words.of(
                        "Tệp gửi lên quá lớn, chưa nhận gì. Xin chia thành nhiều tệp.",
                        "What was sent is too large and was not taken. Please send several smaller files.")
                : words.of(
                        "Nội dung gửi lên quá lớn, chưa nhận gì. Xin gửi ít hơn.",
                        "What was sent is too large and was not taken. Please send less.");
    }

    /** As the header says it, which may be more than the two gigabytes that Javalin counts to; negative when it does not. */
    private static long lengthOf(Context http) {
        return http.req().getContentLengthLong();
    }

    /**
     * Read to its end, for a while and up to a limit, and forgotten: the answer comes to a browser only then, and a connection
     * that is closed over what was not read takes the answer with it. Who asks first whether to send is told no at once.
     */
    private void readInVain(Context http) {
        if (http.header("Expect") != null) {
            return;
        }
        long left = lengthOf(http) >= 0 ? Math.min(lengthOf(http), MOST_READ_IN_VAIN) : MOST_READ_OF_THE_UNMEASURED;
        long until = nanoTime.getAsLong() + LONGEST_READ_IN_VAIN.toNanos();
        byte[] forgotten = new byte[BYTES_AT_ONCE];
        try (InputStream body = http.bodyInputStream()) {
            int read = 0;
            while (left > 0 && read >= 0 && nanoTime.getAsLong() < until) {
                read = body.read(forgotten, 0, (int) Math.min(left, BYTES_AT_ONCE));
                left -= read;
            }
        } catch (IOException | RuntimeException brokenOff) {
            LOG.debug("the body of a request that is refused broke off", brokenOff);
        }
    }

    private void refuse(Context http, HttpStatus status, String reason) {
        readInVain(http);
        Words words = Door.wordsOf(http);
        // what was not read of the body would be taken for the next request
        http.header("Connection", "close");
        pages.message(
                http, status, pages.frameOfStranger(http, words, words.of("Không nhận được", "Not taken")), reason);
        http.skipRemainingHandlers();
    }
}
