package vn.dondoc.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A link of the chain: what was done, and a hash of it with the hash of the link before. Who changes, leaves out or puts in
 * a link breaks every hash after it.
 *
 * @param number from 1, without a gap
 * @param at instant as it is stored: 2017-12-18T00:30:00.000Z
 * @param actor a person's name as entered, or the program's process
 * @param subject what it was done to: a unit and duty, a file, a letter's Message-ID
 * @param hash SHA-256, in hexadecimal
 */
public record AuditRecord(long number, String at, String actor, Act act, String subject, String detail, String hash) {
    /** What the first link is chained to. */
    public static final String BEGINNING = "0".repeat(64);

    /** The link that follows one with that hash. */
    public static AuditRecord after(
            String previous, long number, String at, String actor, Act act, String subject, String detail) {
        return new AuditRecord(
                number, at, actor, act, subject, detail, hashOf(previous, number, at, actor, act, subject, detail));
    }

    /** Whether it is what was written after a link with that hash. */
    public boolean follows(String previous) {
        return hash.equals(hashOf(previous, number, at, actor, act, subject, detail));
    }

    private static String hashOf(
            String previous, long number, String at, String actor, Act act, String subject, String detail) {
        MessageDigest digest = sha256();
        for (String part : List.of(previous, Long.toString(number), at, actor, act.name(), subject, detail)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // its length first: no two lists of parts read the same
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
