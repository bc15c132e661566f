package vn.dondoc.outbox;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a letter: a function of its key and the sender's domain and nothing else, so that mail programs see
 * a repeat for what it is. Where the letter is redirected to plays no part.
 */
public final class MessageId {
    private static final int HASH_BYTES = 20;

    private MessageId() {}

    /** The id to which all letters about a unit refer; a digest, which is about no unit, refers to its recipient's. */
    public static String ofThread(Letter letter, String senderAddress) {
        String topic = letter.kind() == LetterKind.DIGEST ? letter.to() : letter.agency();
        return of("thread|" + topic, senderAddress);
    }

    /** The domain of a mail address, in ASCII. */
    public static String domainOf(String address) {
        return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1));
    }

    public static String of(String letterKey, String senderAddress) {
        return "<" + hashOf(letterKey) + "@" + domainOf(senderAddress) + ">";
    }

    /** What stands for a letter's key where the key, which holds an address, must not be seen: 40 hexadecimal digits. */
    public static String hashOf(String letterKey) {
        byte[] hash = sha256().digest(letterKey.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
