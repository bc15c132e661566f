package vn.dondoc.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Columns fetched as one text, for tables read by the hundred thousand rows: a driver's price is one for each column, and
 * little for each character. Only columns that hold codes, days, moments and numbers may be joined: no {@code |} is in them.
 */
final class JoinedText {
    private static final char BETWEEN = '|';

    private final String joined;
    private int from;

    private JoinedText(String joined) {
        this.joined = joined;
    }

    /** SQL for some columns as one. A column without a value reads as an empty part. */
    static String of(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "coalesce(" + column + ", '')")
                .collect(Collectors.joining(", ", "concat_ws('" + BETWEEN + "', ", ")"));
    }

    static JoinedText read(ResultSet row, int column) throws SQLException {
        return new JoinedText(text(row, column));
    }

    /** The text of a column that is never null. Its bytes come over in one step, which text does not. */
    static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    /** The next part; it may be empty. */
    String next() {
        int to = joined.indexOf(BETWEEN, from);
        String part = to < 0 ? joined.substring(from) : joined.substring(from, to);
        from = to < 0 ? joined.length() : to + 1;
        return part;
    }

    /** The next part; null when it is empty. */
    @Nullable String nextIfAny() {
        String part = next();
        return part.isEmpty() ? null : part;
    }

    /** All that is left, whatever stands in it. */
    String rest() {
        String rest = joined.substring(from);
        from = joined.length();
        return rest;
    }
}
