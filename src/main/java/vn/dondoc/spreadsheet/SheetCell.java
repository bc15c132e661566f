package vn.dondoc.spreadsheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell with something in it.
 *
 * @param column from 0
 * @param text what is written there; of a number its digits as stored, of a formula the value last computed
 * @param number null for everything but numbers
 * @param format the number format, {@code dd/mm/yyyy} or {@code 0.0%}; empty for the general one
 */
public record SheetCell(
        int column, Kind kind, String text, @Nullable BigDecimal number, String format) {

    /** What is in a cell. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** #DIV/0! and its like. */
        ERROR,
        /** A formula whose value nobody computed. */
        NOT_COMPUTED
    }
}
