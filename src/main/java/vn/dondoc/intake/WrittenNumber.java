package vn.dondoc.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;

/** Numbers as people type them into a table ({@code 13,2} or {@code 13.2}) and the size that a number may have. */
final class WrittenNumber {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 20;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
    /** 1.234 is a thousand and more in Hà Nội, one and a bit in London; nobody can tell which was meant. */
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private WrittenNumber() {}

    /** 1.234,5 has a mark of each kind: nobody can take the first for the decimal one. */
    private static final Pattern GROUPED =
            Pattern.compile("-?[1-9]\\d{0,2}(?:(?:\\.\\d{3})+,\\d+|(?:,\\d{3})+\\.\\d+)");

    /** Null for an empty cell and for what is no number; the latter becomes a problem. */
    static @Nullable BigDecimal read(String cell, String place, Problems problems) {
        String text = withoutGroups(cell.strip().replace('\u2212', '-'));
        if (text.isEmpty()) {
            return null;
        }
        if (text.contains("%")) {
            problems.add(place, Quote.of(cell) + " là tỷ lệ phần trăm", Wording.PERCENT_HINT);
        } else if (THOUSANDS.matcher(text).matches()) {
            String digits = text.replaceAll("[^\\d-]", "");
            problems.add(
                    place,
                    Quote.of(cell) + " có thể hiểu là hai số khác nhau",
                    "số nguyên viết liền (" + digits + "); số lẻ thêm chữ số 0 ở cuối (" + text.strip() + "0)");
        } else if (!NUMBER.matcher(text).matches()) {
            problems.add(
                    place, Quote.of(cell) + " không phải là số", "chỉ ghi chữ số viết liền, ví dụ 8, 1234 hoặc 13,2");
        } else {
            return text.length() > 2 * (MOST_DIGITS + MOST_DECIMALS)
                    ? tooLarge(cell, place, problems)
                    : ofFairSize(new BigDecimal(text.replace(',', '.')), cell, place, problems);
        }
        return null;
    }

    private static String withoutGroups(String text) {
        if (!GROUPED.matcher(text).matches()) {
            return text;
        }
        return text.replace(text.indexOf('.') < text.indexOf(',') ? "." : ",", "");
    }

    /** The number, unless it is so long that only a mistake can have made it (1e999999999 would fill the memory). */
    static @Nullable BigDecimal ofFairSize(BigDecimal number, String written, String place, Problems problems) {
        boolean fair = number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DECIMALS;
        return fair ? number : tooLarge(written, place, problems);
    }

    private static @Nullable BigDecimal tooLarge(String written, String place, Problems problems) {
        problems.add(
                place,
                "số " + Quote.of(written) + " quá dài",
                "ghi tối đa " + MOST_DIGITS + " chữ số trước và " + MOST_DECIMALS + " chữ số sau dấu phẩy");
        return null;
    }
}
