package vn.dondoc.letters;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and then kept; a making that fails is tried again. */
public final class FirstUse<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    public FirstUse(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
