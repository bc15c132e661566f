package vn.dondoc.spreadsheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address as it is written: {@code B7}, with the line from 1 and the column from 0. */
public record CellAddress(int line, int column) {
    static final int MOST_LINES = 1_048_576;
    static final int MOST_COLUMNS = 16_384;
    private static final Pattern WRITTEN = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    /** Empty for what lies outside every sheet. */
    public static Optional<CellAddress> read(String written) {
        Matcher address = WRITTEN.matcher(written);
        if (!address.matches()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(address.group(2));
        int column = column(address.group(1));
        return line >= 1 && line <= MOST_LINES && column < MOST_COLUMNS
                ? Optional.of(new CellAddress(line, column))
                : Optional.empty();
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = 26 * column + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    /** A for 0, Z for 25, AA for 26. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    @Override
    public String toString() {
        return letters(column) + line;
    }
}
