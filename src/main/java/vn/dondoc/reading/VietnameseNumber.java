package vn.dondoc.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as officials write them: 1.234,5 and 59,69%. */
public final class VietnameseNumber {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[,.](\\d{1,2}))?");

    private VietnameseNumber() {}

    public static String write(BigDecimal number) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.######", symbols).format(number);
    }

    /** Hundredths of a percent as they read: 7000 is "70%", 2250 is "22,5%". */
    public static String percent(int hundredths) {
        return write(BigDecimal.valueOf(hundredths, 2)) + "%";
    }

    /** A share with one decimal, cut off and never rounded up: what falls short must not look reached. */
    public static String share(BigDecimal numerator, BigDecimal denominator) {
        return write(numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 1, RoundingMode.FLOOR)) + "%";
    }

    /** Reads "70" or "22,5" as hundredths of a percent; empty when it is no share from 0 to 100. */
    public static Optional<Integer> readPercent(String text) {
        Matcher written = PERCENT.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String decimals = written.group(2) == null ? "" : written.group(2);
        int hundredths = Integer.parseInt(written.group(1)) * 100 + Integer.parseInt((decimals + "00").substring(0, 2));
        return hundredths > 0 && hundredths <= 10_000 ? Optional.of(hundredths) : Optional.empty();
    }
}
