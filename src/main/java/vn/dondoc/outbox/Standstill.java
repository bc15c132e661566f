package vn.dondoc.outbox;

import java.time.Instant;

/**
 * Letters are tried and none goes out.
 *
 * @param since the first that failed after the last that went out
 * @param reason what the last one failed for
 */
public record Standstill(Instant since, String reason) {}
