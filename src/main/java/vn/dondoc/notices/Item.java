package vn.dondoc.notices;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;

/**
 * One duty in a letter.
 *
 * @param finding the verdict
 * @param stage what was reached: rung and time, for which due date, since when the finding is open; it is written of once
 * @param tone "nhắc việc", "đề nghị", "đôn đốc" or "báo cáo lãnh đạo"
 * @param time which time it is asked for in the tone "đôn đốc"; 0 in the others
 * @param toldDue the due date of which the unit was told last, when it is another one now; else null
 * @param alike the same substance under other clauses, asked for by this item, too
 * @param broken the promise that was not kept; null where none was
 * @param promisesLeft how many times a date may still be promised
 */
public record Item(
        Finding finding,
        String stage,
        String tone,
        int time,
        @Nullable LocalDate toldDue,
        List<Item> alike,
        Arrangements.@Nullable Broken broken,
        int promisesLeft) {
    public static final String URGING = "đôn đốc";

    public Item {
        alike = List.copyOf(alike);
    }

    public Item(Finding finding, String stage, String tone) {
        this(finding, stage, tone, tone.equals(URGING) ? 1 : 0, null, List.of(), null, 0);
    }

    Item with(List<Item> sameSubstance) {
        return new Item(finding, stage, tone, time, toldDue, sameSubstance, broken, promisesLeft);
    }
}
