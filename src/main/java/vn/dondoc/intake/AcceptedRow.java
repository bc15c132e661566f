package vn.dondoc.intake;

import org.jspecify.annotations.Nullable;

/**
 * An entry that was taken.
 *
 * @param place file and row
 * @param supersedes what counted until now for the same three; null when this is the first
 */
public record AcceptedRow(
        String place,
        String agency,
        String period,
        String duty,
        @Nullable Superseded supersedes) {

    /** The earlier entry: where it stood and when it was received (ISO, Vietnam's offset). It is kept. */
    public record Superseded(String place, String receivedAt) {}
}
