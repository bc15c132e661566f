package vn.dondoc.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What nobody can guess. Only hashes of it are kept: long and random as it is, it needs no slow hash as passwords do. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int TOTP_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final int RECOVERY_CODES = 10;

    private Secrets() {}

    /** For a cookie, a link or a program: 43 letters, digits, "-" and "_". */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** What an authenticator makes its codes of, in Base32. */
    public static String ofAuthenticator() {
        return Base32.encode(random(TOTP_BYTES));
    }

    /** For who has lost the authenticator: abcd-efgh-ijkl-mnop, each good once. */
    public static List<String> recoveryCodes() {
        List<String> codes = new ArrayList<>();
        for (int code = 0; code < RECOVERY_CODES; code++) {
            String text = Base32.encode(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
            codes.add(text.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    /** What is kept of a recovery code, however it was typed. */
    public static String hashOfRecoveryCode(String typed) {
        return hash(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    /** SHA-256, in hexadecimal. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether two texts are the same, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
