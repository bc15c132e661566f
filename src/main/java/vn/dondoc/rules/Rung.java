package vn.dondoc.rules;

/**
 * One row of the ladder.
 *
 * @param id name of the rung, stable: what was sent is remembered by it
 * @param states words of the states it is for, separated by ;
 * @param kinds words of the kinds of duty, or "mọi loại"
 * @param urgent "có", "không" or empty for both
 * @param anchor the day from which is counted
 * @param from days since the anchor from which the rung is reached
 * @param repeat days after which it is reached once more; 0 for never
 * @param tone how the letter speaks
 */
record Rung(String id, String states, String kinds, String urgent, String anchor, int from, int repeat, String tone) {}
