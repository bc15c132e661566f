package vn.dondoc.people;

import java.time.Instant;

/**
 * How often signing in failed of late, under one login or from one address.
 *
 * @param last when it did last
 */
public record Failures(int count, Instant last) {
    /** Before the first. */
    public static final Failures NONE = new Failures(0, Instant.EPOCH);
}
