package vn.dondoc.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is kept of passwords: Argon2id with 19 MiB, two passes and one lane, a salt to each. Who asks for a login that there
 * is not costs as much as who gets the password wrong.
 */
public final class PasswordHashes {
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Each takes its 19 MiB, and people who guess come in crowds. */
    private static final int AT_A_TIME = 4;

    private static final Argon2Function ARGON = Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, BYTES, Argon2.ID);

    private final Semaphore room = new Semaphore(AT_A_TIME, true);
    private final AtomicLong worked = new AtomicLong();
    /** Of no password: bytes of chance in the place of what the function yields. */
    private final String nobodys = "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$"
            + encoded(SALT_BYTES) + "$" + encoded(BYTES);

    /** As it is kept, its salt and measures with it. */
    public String hash(String password) {
        byte[] salt = Secrets.random(SALT_BYTES);
        return work(() -> ARGON.hash(bytes(password), salt).getResult());
    }

    /**
     * Whether a password is the one that was hashed.
     *
     * @param hash empty when there is none to compare with: the same work is done, and the answer is no
     */
    public boolean matches(String password, String hash) {
        String compared = hash.isEmpty() ? nobodys : hash;
        boolean same = work(() -> Argon2Function.getInstanceFromHash(compared)
                .check(bytes(password), compared.getBytes(StandardCharsets.UTF_8)));
        return same && !hash.isEmpty();
    }

    /** How many times the function was gone through. */
    public long worked() {
        return worked.get();
    }

    private <T> T work(java.util.function.Supplier<T> once) {
        room.acquireUninterruptibly();
        try {
            worked.incrementAndGet();
            return once.get();
        } finally {
            room.release();
        }
    }

    private static String encoded(int random) {
        return Base64.getEncoder().withoutPadding().encodeToString(Secrets.random(random));
    }

    private static byte[] bytes(String password) {
        return PersonCheck.password(password).getBytes(StandardCharsets.UTF_8);
    }
}
