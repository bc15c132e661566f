package vn.dondoc.rules;

import java.time.Instant;

/**
 * One act of putting rules in force. Publications are only ever added; the last one holds from its moment on.
 *
 * @param number 1, 2, 3 … in the order in which they were made
 * @param version hash of the files, see {@link RuleFiles#version}
 * @param at from when they are in force
 * @param author who published them
 * @param reason why, in the author's words
 */
public record Publication(int number, String version, Instant at, String author, String reason) {}
