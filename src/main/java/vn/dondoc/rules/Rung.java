package vn.dondoc.rules;

import java.time.LocalDate;

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
 * @param afterLetters letters without an answer that must have gone before
 * @param letter in which letter it is asked for
 * @param tone how the letter speaks
 * @param addressee to whom it goes
 * @param promises how many times a date may be promised in answer
 * @param span the days on which it holds
 * @param trial whether it is shown whom it would write to, and never mailed
 */
record Rung(
        String id,
        String states,
        String kinds,
        String urgent,
        String anchor,
        int from,
        int repeat,
        int afterLetters,
        Stage.Form letter,
        String tone,
        Stage.Addressee addressee,
        int promises,
        Span span,
        boolean trial) {

    /** Whether letters go by it on a day. */
    boolean isInForceOn(LocalDate day) {
        return !trial && span.holdsOn(day);
    }
}
