package vn.dondoc.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.LetterCounts.Mailbox;
import vn.dondoc.rehearsal.LetterCounts.Unit;

/** The numbers of a simulation as HTML tables. */
final class CountTables {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Simulation.Outcome outcome;

    CountTables(Simulation.Outcome outcome) {
        this.outcome = outcome;
    }

    /** 1.234 for readers. */
    static String number(long number) {
        return String.format(VIETNAMESE, "%,d", number);
    }

    /** A heading with what stands under it, right-aligned when it is a number. */
    private record Column<R>(String heading, boolean isNumber, Function<R, String> cell) {
        static <R> Column<R> words(String heading, Function<R, String> cell) {
            return new Column<>(heading, false, cell);
        }

        static <R> Column<R> number(String heading, Function<R, Integer> number) {
            return new Column<>(heading, true, row -> CountTables.number(number.apply(row)));
        }
    }

    String kinds() {
        return table(
                Arrays.asList(LetterKind.values()),
                Stream.of(
                        Column.words("Loại thư", LetterKind::word),
                        Column.number(
                                "Số thư", kind -> outcome.counts().byKind().getOrDefault(kind, 0)),
                        Column.number("trong đó chờ duyệt", kind -> (int) outcome.letters().stream()
                                .filter(letter -> letter.kind() == kind && letter.isHeld())
                                .count())));
    }

    String units() {
        Comparator<Unit> mostFirst = Comparator.comparing(unit -> -unit.count(LetterKind.REMINDER));
        List<Unit> units = outcome.counts().units().stream().sorted(mostFirst).toList();
        Stream<Column<Unit>> names = Stream.of(
                Column.words("Đơn vị", unit -> unit.agency().name()),
                Column.words("Báo cáo", unit -> unit.reporting() ? "có" : "im lặng"));
        Stream<Column<Unit>> most = Stream.of(
                Column.number("nhiều nhất một quý", unit -> unit.quarter().letters()),
                Column.number("nhiều nhất một tuần", unit -> unit.week().letters()));
        Stream<Column<Unit>> others = Stream.of(LetterKind.ALERT, LetterKind.ESCALATION, LetterKind.NOTICE)
                .map(kind -> Column.number(kind.word(), unit -> unit.count(kind)));
        return table(units, Stream.of(names, quarters(), most, others).flatMap(Function.identity()));
    }

    private Stream<Column<Unit>> quarters() {
        return outcome.period()
                .days()
                .map(Busiest::quarterOf)
                .distinct()
                .map(quarter -> Column.number(
                        Busiest.quarterInWords(quarter),
                        unit -> unit.reminders().getOrDefault(quarter, 0)));
    }

    String weeks() {
        TreeMap<LocalDate, List<SimulatedLetter>> weeks = outcome.letters().stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.day().with(DayOfWeek.MONDAY), TreeMap::new, Collectors.toList()));
        Stream<Column<LocalDate>> kinds = Arrays.stream(LetterKind.values())
                .map(kind -> Column.number(kind.word(), monday -> (int) weeks.getOrDefault(monday, List.of()).stream()
                        .filter(letter -> letter.kind() == kind)
                        .count()));
        return table(
                List.copyOf(weeks.keySet()),
                Stream.concat(Stream.of(Column.words("Tuần từ", VietnameseDate::write)), kinds));
    }

    String mailboxes() {
        return table(
                outcome.counts().mailboxes(),
                Stream.of(
                        Column.words("Địa chỉ", Mailbox::address),
                        Column.number("thư", Mailbox::letters),
                        Column.number("bản sao", Mailbox::copies),
                        Column.number(
                                "nhiều nhất một ngày", mailbox -> mailbox.day().letters()),
                        Column.number(
                                "nhiều nhất một tuần", mailbox -> mailbox.week().letters())));
    }

    private static <R> String table(List<R> rows, Stream<Column<R>> columns) {
        List<Column<R>> all = columns.toList();
        return "<div class=\"wide\"><table><tr>"
                + all.stream()
                        .map(column -> cell("th", column, column.heading()))
                        .collect(Collectors.joining()) + "</tr>"
                + rows.stream().map(row -> row(row, all)).collect(Collectors.joining("\n")) + "</table></div>";
    }

    private static <R> String row(R row, List<Column<R>> columns) {
        return columns.stream()
                .map(column -> cell("td", column, column.cell().apply(row)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(String tag, Column<?> column, String text) {
        return "<" + tag + (column.isNumber() ? " class=\"n\"" : "") + ">" + Page.escape(text) + "</" + tag + ">";
    }
}
