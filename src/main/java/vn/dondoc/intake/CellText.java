package vn.dondoc.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.spreadsheet.Serial;
import vn.dondoc.spreadsheet.SheetCell;
import vn.dondoc.spreadsheet.SheetCell.Kind;

/** What stands in a cell, in the words that a table in plain text would have: dates as dates, numbers as typed. */
final class CellText {
    /** A spreadsheet computes with 15 digits; the rest of 0.30000000000000004 is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS = 40;
    private static final Set<Column> DATES = Set.of(Column.COMPLETED_ON, Column.EVIDENCE_DATE, Column.ITEM_DATE);
    /** A year that somebody types (2017) is no day; what a plan speaks of lies between these. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    private static final Pattern THREE_DECIMALS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern COUNTED_DAYS = Pattern.compile("\\d{5}");
    private static final Pattern AT_MIDNIGHT = Pattern.compile("([-/\\d]{8,10})[T ]0{1,2}:00(?::00(?:\\.0+)?)?Z?");

    private final boolean date1904;

    /** @param date1904 whether the workbook counts days from 01/01/1904 */
    CellText(boolean date1904) {
        this.date1904 = date1904;
    }

    /**
     * The value of a formula is the one that was last computed.
     *
     * @param column what the cell stands under; null where that is not known
     */
    String of(SheetCell cell, @Nullable Column column) {
        boolean isDay = column != null && DATES.contains(column);
        if (cell.kind() == Kind.NUMBER && cell.number() != null) {
            return ofNumber(cell, cell.number(), isDay);
        }
        String text = VietnameseText.withoutOuterBlanks(VietnameseText.compose(cell.text()));
        return isDay ? ofDay(text) : text;
    }

    private String ofNumber(SheetCell cell, BigDecimal number, boolean isDay) {
        String format = cell.shape();
        if (format.contains("y") || format.contains("d")) {
            Optional<LocalDate> day = Serial.day(number, date1904);
            if (day.isPresent()) {
                return VietnameseDate.write(day.get());
            }
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > 10 * MOST_DIGITS) {
            return cell.text();
        }
        if (isDay) {
            return countedDay(number).map(VietnameseDate::write).orElseGet(() -> plain(number));
        }
        return format.contains("%") ? plain(number.movePointRight(2)) + "%" : unmistakable(plain(number));
    }

    private String ofDay(String text) {
        if (COUNTED_DAYS.matcher(text).matches()) {
            return countedDay(new BigDecimal(text)).map(VietnameseDate::write).orElse(text);
        }
        var atMidnight = AT_MIDNIGHT.matcher(text);
        return atMidnight.matches() ? atMidnight.group(1) : text;
    }

    private Optional<LocalDate> countedDay(BigDecimal number) {
        return Serial.day(number, date1904).filter(day -> !day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY));
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
