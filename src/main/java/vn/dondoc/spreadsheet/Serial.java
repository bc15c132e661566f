package vn.dondoc.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Days as a spreadsheet counts them. */
public final class Serial {
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    /** Lotus took 1900 for a leap year, and spreadsheets still do: up to here the count is one less. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final int LAST_DAY = 2_958_465;

    private Serial() {}

    /**
     * The day of a number.
     *
     * @param date1904 whether the workbook counts from 01/01/1904
     * @return empty for what counts no day up to 31/12/9999
     */
    public static Optional<LocalDate> day(BigDecimal number, boolean date1904) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return Optional.empty();
        }
        int days = number.intValue();
        if (date1904) {
            return Optional.of(FIRST_OF_1904.plusDays(days));
        }
        if (days == 0) {
            return Optional.empty();
        }
        return Optional.of(BEFORE_1900.plusDays(days < FALSE_LEAP_DAY ? days + 1L : days));
    }
}
