package vn.dondoc.schedules;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cron lines for tests that cannot wait a minute: spelled out, as "every second" is refused, which hardly anybody means. */
public final class Seconds {
    private static final int OF_A_MINUTE = 60;

    private Seconds() {}

    /** The same as {@code first/step * * ? * *}. */
    public static String each(int first, int step) {
        return IntStream.iterate(first, second -> second < OF_A_MINUTE, second -> second + step)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","))
                + " * * ? * *";
    }
}
