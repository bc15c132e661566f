package vn.dondoc.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was worked out lately, by everything it was worked out from; what was not asked for the longest time goes first. */
final class Recent<K, V> {
    private final Map<K, V> remembered;

    Recent(int most) {
        this.remembered = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> find(K origin) {
        return Optional.ofNullable(remembered.get(origin));
    }

    /** Works it out when it is not remembered; twice, when two ask at once. */
    V get(K origin, Supplier<V> work) {
        return find(origin).orElseGet(() -> {
            V result = work.get();
            put(origin, result);
            return result;
        });
    }

    synchronized void put(K origin, V result) {
        remembered.put(origin, result);
    }
}
