package vn.dondoc.flow;

/**
 * What somebody is given once, and nobody is shown again.
 *
 * @param secret what a link or a program carries
 */
public record Given<T>(T of, String secret) {}
