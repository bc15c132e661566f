package vn.dondoc.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.MessageId;

/**
 * Marks by which an answer tells which letter it answers: the beginning of the hash of the letter's key, signed
 * (HMAC-SHA256), so that only who has the letter can write it. A mark goes out among the letter's References, which mail
 * programs copy into the answer, and where the mailbox can have one, in the address to answer to
 * ({@code hop-thu+mark@domain}). A Message-ID alone would not do: anybody can work it out.
 */
public final class ReplyMarks {
    /** Letters carry none: nobody fetches the answers. */
    public static final ReplyMarks NONE = new ReplyMarks(null, false);

    /** So many letters may stand before the plus sign; mail knows no longer name than 64. */
    public static final int LONGEST_NAME = 23;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HALF = 20;
    private static final Pattern MARK =
            Pattern.compile("(?<![0-9a-z])([0-9a-f]{" + HALF + "})([0-9a-f]{" + HALF + "})(?![0-9a-z])");

    private final @Nullable Supplier<byte[]> key;
    private final boolean inAddress;

    /**
     * @param key signs; asked for when it is first needed
     * @param inAddress whether the address to answer to carries the mark, too
     */
    public ReplyMarks(@Nullable Supplier<byte[]> key, boolean inAddress) {
        this.key = key;
        this.inAddress = inAddress;
    }

    /** The address to answer a letter at; empty when it is the same for all. */
    Optional<String> addressFor(String letterKey, String replyTo) {
        int at = replyTo.lastIndexOf('@');
        return inAddress && key != null
                ? Optional.of(replyTo.substring(0, at) + "+" + markOf(letterKey) + replyTo.substring(at))
                : Optional.empty();
    }

    /** What stands among a letter's References; empty when letters are not marked. */
    Optional<String> referenceFor(String letterKey, String senderAddress) {
        return key == null
                ? Optional.empty()
                : Optional.of("<" + markOf(letterKey) + ".tra-loi@" + MessageId.domainOf(senderAddress) + ">");
    }

    /** The beginnings of the hashes of the letters whose marks stand in these addresses and references. */
    public Set<String> read(Collection<String> texts) {
        Set<String> letters = new LinkedHashSet<>();
        if (key == null) {
            return letters;
        }
        for (String text : texts) {
            Matcher mark = MARK.matcher(text.toLowerCase(Locale.ROOT));
            while (mark.find()) {
                if (isSigned(mark.group(1), mark.group(2))) {
                    letters.add(mark.group(1));
                }
            }
        }
        return letters;
    }

    private String markOf(String letterKey) {
        String letter = MessageId.hashOf(letterKey).substring(0, HALF);
        return letter + signatureOf(letter);
    }

    private boolean isSigned(String letter, String signature) {
        return MessageDigest.isEqual(
                signatureOf(letter).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String signatureOf(String letter) {
        if (key == null) {
            throw new IllegalStateException("letters carry no marks");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            byte[] signed = mac.doFinal(("reply|" + letter).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(signed, 0, HALF / 2);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
