package vn.dondoc.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator (RFC 6238: HMAC-SHA-1, six digits, thirty seconds), which every such program knows. */
public final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final Pattern WRITTEN = Pattern.compile("\\d{" + DIGITS + "}");

    private Totp() {}

    /**
     * Which step a code belongs to: the one now, the one before or the one after, as clocks differ.
     *
     * @param secret in Base32; none fits an empty one
     * @param lastTaken the step of the last code that was taken; neither it nor an earlier one is taken again
     */
    public static OptionalLong step(String secret, String typed, Instant now, long lastTaken) {
        String code = typed.replaceAll("\\s", "");
        if (secret.isEmpty() || !WRITTEN.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        long current = now.getEpochSecond() / SECONDS;
        for (long step = current - 1; step <= current + 1; step++) {
            if (step > lastTaken && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code at a moment. */
    public static String code(String secret, Instant at) {
        return code(secret, at.getEpochSecond() / SECONDS);
    }

    private static String code(String secret, long step) {
        byte[] hash = hash(Base32.decode(secret), step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private static byte[] hash(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** What an authenticator is told by a picture or a link. */
    public static String address(String secret, String login) {
        return "otpauth://totp/DonDoc:" + login + "?secret=" + secret + "&issuer=DonDoc&algorithm=SHA1&digits=" + DIGITS
                + "&period=" + SECONDS;
    }
}
