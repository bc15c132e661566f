package vn.dondoc.intake;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;

/**
 * Numerator, denominator and value of an entry of a table. Where nothing but a share was written under the value ({@code
 * 86,45%}), it is so many out of a hundred; beside numerator and denominator it says the same again, or it is a mistake.
 */
record WrittenShare(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,20}))?[\\s\\u00a0\\u202f]*%");

    static WrittenShare read(Place.InTable place, Problems problems) {
        String cell = place.cell(Column.VALUE);
        Matcher share = SHARE.matcher(place.text(Column.VALUE).strip());
        BigDecimal numerator = number(place, Column.NUMERATOR, problems);
        BigDecimal denominator = number(place, Column.DENOMINATOR, problems);
        if (!share.matches()) {
            return new WrittenShare(numerator, denominator, number(place, Column.VALUE, problems));
        }
        BigDecimal percent = new BigDecimal(share.group(1) + "." + (share.group(2) == null ? "0" : share.group(2)))
                .stripTrailingZeros();
        if (isBlank(place, Column.NUMERATOR) && isBlank(place, Column.DENOMINATOR)) {
            return new WrittenShare(percent, HUNDRED, null);
        }
        if (numerator != null && denominator != null && !agree(numerator, denominator, percent)) {
            problems.add(
                    cell,
                    Quote.of(share.group()) + " không khớp với tử số và mẫu số",
                    "đã ghi tử số và mẫu số thì để trống ô này");
        } else if (isBlank(place, Column.NUMERATOR) || isBlank(place, Column.DENOMINATOR)) {
            problems.add(
                    cell,
                    Quote.of(share.group()) + " là tỷ lệ phần trăm",
                    "ghi đủ tử số và mẫu số, hoặc chỉ ghi tỷ lệ");
        }
        return new WrittenShare(numerator, denominator, null);
    }

    /** To a whole percent: shares are rounded by whoever writes them. */
    private static boolean agree(BigDecimal numerator, BigDecimal denominator, BigDecimal percent) {
        BigDecimal apart = numerator.multiply(HUNDRED).subtract(percent.multiply(denominator));
        return apart.abs().compareTo(denominator.abs()) <= 0;
    }

    private static boolean isBlank(Place.InTable place, Column column) {
        return place.text(column).isBlank();
    }

    private static @Nullable BigDecimal number(Place.InTable place, Column column, Problems problems) {
        return WrittenNumber.read(place.text(column), place.cell(column), problems);
    }
}
