package vn.dondoc.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.outbox.MessageId;

/** Writes and reads the links by which letters let a date be promised. */
public final class AckLinks {
    static final String PATH = "/hen-nop/";
    private static final Pattern TOKENS = Pattern.compile(PATH + "[A-Za-z0-9_-]+");

    private final String publicAddress;
    private final Supplier<byte[]> signingKey;
    private final int linkDays;
    private byte @Nullable [] key;

    /**
     * @param publicAddress how the page is reached, without a slash at its end; empty for no links
     * @param signingKey asked for when it is first needed
     * @param linkDays days after a letter's day on which its link still works
     */
    public AckLinks(String publicAddress, Supplier<byte[]> signingKey, int linkDays) {
        this.publicAddress = publicAddress;
        this.signingKey = signingKey;
        this.linkDays = linkDays;
    }

    /** The link for a letter of a day; empty where no public address is configured. */
    public String linkFor(String letterKey, LocalDate day) {
        if (publicAddress.isEmpty()) {
            return "";
        }
        AckToken token = new AckToken(MessageId.hashOf(letterKey), day.plusDays(linkDays));
        return publicAddress + PATH + token.write(key());
    }

    /** A text of letters in which nothing is left by which a date could be promised: for who reads a letter of another. */
    public static String withoutTokens(String text) {
        return TOKENS.matcher(text).replaceAll(PATH + "…");
    }

    /** What a link says; empty when it was altered. */
    Optional<AckToken> read(String text) {
        return AckToken.read(text, key());
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = signingKey.get();
        }
        return key;
    }
}
