package vn.dondoc.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may ask: a bucket of requests each, which fills up again bit by bit. */
final class TokenBuckets {
    /** More would fill the memory with strangers; the ones that asked longest ago go first. */
    private static final int MOST_REMEMBERED = 10_000;

    private final int size;
    private final Duration refill;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Bucket(double requests, Instant at) {}

    /**
     * @param size how many requests may come at once
     * @param refill after which time there is one more
     */
    TokenBuckets(int size, Duration refill) {
        this.size = size;
        this.refill = refill;
    }

    /** Takes one request; how long to wait when there is none, zero when there is. */
    synchronized Duration take(String who, Instant now) {
        Bucket before = buckets.getOrDefault(who, new Bucket(size, now));
        long passed = Math.max(0, Duration.between(before.at(), now).toMillis());
        double requests = Math.min(size, before.requests() + (double) passed / refill.toMillis());
        boolean any = requests >= 1;
        buckets.put(who, new Bucket(any ? requests - 1 : requests, now));
        return any ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - requests) * refill.toMillis()));
    }
}
