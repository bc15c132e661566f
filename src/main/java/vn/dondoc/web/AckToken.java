package vn.dondoc.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link carries: which letter it belongs to and until when it works, signed (HMAC-SHA256) so that nobody can make
 * or change one.
 *
 * @param letter hash of the letter's key
 * @param lastDay the last day on which the link works
 */
record AckToken(String letter, LocalDate lastDay) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{40})-([0-9]{1,7})-([A-Za-z0-9_-]{43})");

    /** hash, day counted from 1970, signature: letters, digits, "-" and "_" only. */
    String write(byte[] key) {
        return letter + "-" + lastDay.toEpochDay() + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(key));
    }

    /** Empty when a character is not as it was written. */
    static Optional<AckToken> read(String text, byte[] key) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        AckToken token = new AckToken(written.group(1), LocalDate.ofEpochDay(Long.parseLong(written.group(2))));
        return token.isWrittenAs(text, key) ? Optional.of(token) : Optional.empty();
    }

    /** Compares the texts, not the signatures: a last character that decodes to the same bytes is another text. */
    private boolean isWrittenAs(String text, byte[] key) {
        return MessageDigest.isEqual(
                write(key).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] signature(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal((letter + "|" + lastDay).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
