package vn.dondoc.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What signs the links and marks of a home's letters. A rehearsal signs with a key made of the home's own: the same for every
 * rehearsal, so that two of them can be compared, and worth nothing where real letters are answered.
 *
 * @param file holds the home's key; made when it is first needed
 * @param rehearsed whether it is a rehearsal's
 */
public record SigningKey(Path file, boolean rehearsed) implements Supplier<byte[]> {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] REHEARSAL = "rehearsal".getBytes(StandardCharsets.UTF_8);

    public static SigningKey in(Path file) {
        return new SigningKey(file, false);
    }

    public SigningKey forRehearsal() {
        return new SigningKey(file, true);
    }

    /** @throws vn.dondoc.reading.FaultyFileException when the file holds something else */
    @Override
    public byte[] get() {
        byte[] key = LinkSecret.in(file);
        return rehearsed ? madeOf(key) : key;
    }

    private static byte[] madeOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(REHEARSAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
