package vn.dondoc.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/** What stands in a cell, in the words that a table in plain text would have: dates as dates, numbers as typed. */
final class CellText {
    /** A spreadsheet computes with 15 digits; the rest of 0.30000000000000004 is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS = 40;
    /** The days that a spreadsheet can count: 01/01/1900 to 31/12/9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");
    private static final Pattern THREE_DECIMALS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

    private CellText() {}

    /** The value of a formula is the one that was last computed. */
    static String of(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return ofNumber(cell, number);
        }
        String text = value == null ? cell.getRawValue() : value.toString();
        return text == null ? "" : VietnameseText.compose(text).strip();
    }

    private static String ofNumber(Cell cell, BigDecimal number) {
        String format = format(cell.getDataFormatString());
        boolean countsDays = number.signum() > 0 && number.compareTo(LAST_DAY) <= 0;
        if (countsDays && (format.contains("y") || format.contains("d"))) {
            return VietnameseDate.write(cell.asDate().toLocalDate());
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > 10 * MOST_DIGITS) {
            return String.valueOf(cell.getRawValue());
        }
        return format.contains("%") ? plain(number.movePointRight(2)) + "%" : unmistakable(plain(number));
    }

    /** The letters that shape a number, without words in quotes and colours. */
    private static String format(@Nullable String written) {
        return written == null || written.equalsIgnoreCase("General")
                ? ""
                : NOT_OF_THE_FORMAT.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** In text nobody knows whether 1.234 is a thousand and more; of a cell that holds a number one does. */
    private static String unmistakable(String number) {
        return THREE_DECIMALS.matcher(number).matches() ? number + "0" : number;
    }
}
