package vn.dondoc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.app.Settings;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.Busiest;
import vn.dondoc.rehearsal.LetterCounts;
import vn.dondoc.rehearsal.LetterCounts.Unit;
import vn.dondoc.rehearsal.SimulatedLetter;
import vn.dondoc.rehearsal.Simulation.Outcome;

/** What {@code dondoc simulate} answers: the numbers by which a ladder is judged. */
final class SimulationSummary {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Outcome outcome;
    private final Settings settings;
    private final List<String> lines = new ArrayList<>();

    private SimulationSummary(Outcome outcome, Settings settings) {
        this.outcome = outcome;
        this.settings = settings;
    }

    static List<String> of(Outcome outcome, Settings settings) {
        SimulationSummary summary = new SimulationSummary(outcome, settings);
        summary.addPeriod();
        summary.addLetters();
        summary.addUnits();
        summary.addFiles();
        return summary.lines;
    }

    private void addPeriod() {
        long workingDays = outcome.period()
                .from()
                .datesUntil(outcome.period().to().plusDays(1))
                .filter(settings.calendar()::isWorkingDay)
                .count();
        lines.add("Mô phỏng từ " + VietnameseDate.write(outcome.period().from()) + " đến "
                + VietnameseDate.write(outcome.period().to()) + ": " + number(workingDays) + " ngày làm việc, "
                + number(outcome.entries()) + " mục báo cáo nhận trong kỳ. Đưa vào vận hành ngày "
                + VietnameseDate.write(outcome.goLive()) + ".");
    }

    private void addLetters() {
        LetterCounts counts = outcome.counts();
        lines.add("Thư: " + number(outcome.letters().size()) + " ("
                + Arrays.stream(LetterKind.values())
                        .map(kind -> kind.word() + " " + number(counts.byKind().getOrDefault(kind, 0)))
                        .collect(Collectors.joining(", "))
                + ").");
        lines.add("  trong đó chờ duyệt: " + count(SimulatedLetter::isHeld)
                + "; ngoài ra đã hủy trước khi gửi: " + number(outcome.cancelled())
                + ", hết kỳ chưa đến giờ gửi: " + number(outcome.waiting()));
        lines.add("  vào ngày nghỉ: " + count(letter -> !settings.calendar().isWorkingDay(letter.day())));
    }

    private void addUnits() {
        LetterCounts counts = outcome.counts();
        lines.add("Thư nhắc việc nhiều nhất cho một đơn vị (không tính cảnh báo, bản tổng hợp):");
        addBusiest("có báo cáo trong kỳ", true);
        addBusiest("im lặng", false);
        counts.busiestMailbox(LetterCounts.Mailbox::day)
                .ifPresent(mailbox -> lines.add("Nhiều nhất vào một hộp thư (mọi loại, cả bản sao): một ngày "
                        + number(mailbox.day().letters()) + " ("
                        + mailbox.address() + ", "
                        + VietnameseDate.write(mailbox.day().from()) + ")"));
        List<Unit> without = counts.withoutLetters();
        lines.add("Đơn vị không có thư nào: " + number(without.size()) + " (chưa có địa chỉ thư: "
                + number(without.stream()
                        .filter(unit -> unit.agency().email().isEmpty())
                        .count())
                + ")");
    }

    private void addBusiest(String words, boolean reporting) {
        long units = outcome.counts().units().stream()
                .filter(unit -> unit.reporting() == reporting)
                .count();
        lines.add("  " + number(units) + " đơn vị " + words + ": một quý "
                + most(reporting, Unit::quarter, Busiest::quarterInWords) + "; một tuần "
                + most(reporting, Unit::week, Busiest::weekInWords));
    }

    private String most(
            boolean reporting, Function<Unit, Busiest> span, Function<java.time.LocalDate, String> inWords) {
        Optional<Unit> unit = outcome.counts().busiest(reporting, span);
        return unit.map(most -> number(span.apply(most).letters()) + " ("
                        + most.agency().name() + ", "
                        + inWords.apply(span.apply(most).from()) + ")")
                .orElse("0");
    }

    private void addFiles() {
        lines.add("");
        lines.add("Bảng thư: " + outcome.table());
        lines.add("Xem trong trình duyệt: " + outcome.index());
        lines.add("Tệp thư (.eml): " + outcome.letterFiles());
    }

    private String count(Predicate<SimulatedLetter> wanted) {
        return number(outcome.letters().stream().filter(wanted).count());
    }

    private static String number(long number) {
        return String.format(VIETNAMESE, "%,d", number);
    }
}
