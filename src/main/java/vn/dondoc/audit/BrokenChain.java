package vn.dondoc.audit;

/**
 * Where a chain does not hold any more.
 *
 * @param number of the first link that is not what it was, or of the one that is missing
 * @param reason in Vietnamese
 */
public record BrokenChain(long number, String reason) {}
