package vn.dondoc.spreadsheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final Pattern NOT_OF_THE_SHAPE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

    /** The letters of the format that shape a number, in lower case, without words in quotes, colours and currencies. */
    public String shape() {
        return format.equalsIgnoreCase("General")
                ? ""
                : NOT_OF_THE_SHAPE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    }

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
