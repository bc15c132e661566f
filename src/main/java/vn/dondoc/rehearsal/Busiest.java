package vn.dondoc.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.dondoc.reading.VietnameseDate;

/**
 * The span of time with most letters.
 *
 * @param from its first day
 * @param letters how many; 0 only for {@link #NONE}
 */
public record Busiest(LocalDate from, int letters) {
    public static final Busiest NONE = new Busiest(LocalDate.MIN, 0);

    /** A calendar quarter; of equals the first. */
    static Busiest quarter(Collection<SimulatedLetter> letters) {
        return of(quarters(letters));
    }

    /** A week from Monday on; of equals the first. */
    static Busiest week(Collection<SimulatedLetter> letters) {
        return of(weeks(letters));
    }

    static Busiest day(Collection<SimulatedLetter> letters) {
        return of(by(letters, UnaryOperator.identity()));
    }

    /** Letters by the first day of the quarter. */
    static Map<LocalDate, Integer> quarters(Collection<SimulatedLetter> letters) {
        return by(letters, Busiest::quarterOf);
    }

    /** Letters by Monday. */
    static Map<LocalDate, Integer> weeks(Collection<SimulatedLetter> letters) {
        return by(letters, day -> day.with(DayOfWeek.MONDAY));
    }

    static LocalDate quarterOf(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** For readers: quý 1/2018. */
    public static String quarterInWords(LocalDate day) {
        return "quý " + day.get(IsoFields.QUARTER_OF_YEAR) + "/" + day.getYear();
    }

    /** For readers: tuần từ 05/03/2018. */
    public static String weekInWords(LocalDate monday) {
        return "tuần từ " + VietnameseDate.write(monday);
    }

    private static Map<LocalDate, Integer> by(Collection<SimulatedLetter> letters, UnaryOperator<LocalDate> span) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> span.apply(letter.day()), TreeMap::new, Collectors.summingInt(letter -> 1)));
    }

    private static Busiest of(Map<LocalDate, Integer> letters) {
        Busiest most = NONE;
        for (var span : letters.entrySet()) {
            if (span.getValue() > most.letters()) {
                most = new Busiest(span.getKey(), span.getValue());
            }
        }
        return most;
    }
}
