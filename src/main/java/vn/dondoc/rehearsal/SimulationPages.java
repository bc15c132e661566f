package vn.dondoc.rehearsal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.dondoc.reading.VietnameseDate;

/**
 * {@code index.html} with the numbers of a simulation, and a page for each month that lists its letters: so the index
 * stays small, however many letters there are.
 */
final class SimulationPages {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu", Locale.ROOT);

    private final Simulation.Outcome outcome;
    private final Predicate<LocalDate> workingDay;
    private final Map<YearMonth, List<SimulatedLetter>> months;

    private SimulationPages(Simulation.Outcome outcome, Predicate<LocalDate> workingDay) {
        this.outcome = outcome;
        this.workingDay = workingDay;
        this.months = outcome.letters().stream()
                .collect(Collectors.groupingBy(
                        letter -> YearMonth.from(letter.day()), TreeMap::new, Collectors.toList()));
    }

    static void write(Simulation.Outcome outcome, Predicate<LocalDate> workingDay) {
        SimulationPages pages = new SimulationPages(outcome, workingDay);
        Page.save(outcome.index(), pages.index());
        pages.months.forEach(
                (month, letters) -> Page.save(outcome.folder().resolve(nameOf(month)), monthPage(month, letters)));
    }

    private String index() {
        CountTables tables = new CountTables(outcome);
        LetterCalendar calendar = new LetterCalendar(outcome.period(), outcome.letters(), workingDay);
        return Page.begin("Thư mô phỏng từ "
                        + VietnameseDate.write(outcome.period().from()) + " đến "
                        + VietnameseDate.write(outcome.period().to()))
                + "<p class=\"note\">Mô phỏng bằng đồng hồ ảo. Không thư nào được gửi đi.</p>"
                + "<h2>Theo loại thư</h2>" + tables.kinds()
                + "<h2>Lịch thư</h2><p>" + calendar.withoutMail()
                + " Ô xám là ngày nghỉ; số đậm là số thư của ngày.</p>" + calendar.html()
                + "<h2>Danh sách thư</h2><ul>" + monthLines() + "</ul>"
                + "<h2>Thư nhắc việc theo đơn vị</h2><p>Đơn vị có nhiều thư nhất đứng trước.</p>" + tables.units()
                + "<h2>Theo tuần</h2><p>Tuần tính từ thứ Hai.</p>" + tables.weeks()
                + "<h2>Theo địa chỉ nhận</h2><p>Mọi loại thư, tính cả bản sao.</p>" + tables.mailboxes()
                + "</html>";
    }

    private String monthLines() {
        return months.entrySet().stream()
                .map(month -> "<li><a href=\"" + nameOf(month.getKey()) + "\">Tháng " + MONTH.format(month.getKey())
                        + "</a><small>" + CountTables.number(month.getValue().size()) + " thư</small></li>")
                .collect(Collectors.joining());
    }

    private static String monthPage(YearMonth month, List<SimulatedLetter> letters) {
        return Page.begin("Thư mô phỏng tháng " + MONTH.format(month))
                + "<p><a href=\"index.html\">Về trang đầu</a></p><ul>"
                + letters.stream().map(SimulationPages::line).collect(Collectors.joining()) + "</ul></html>";
    }

    private static String line(SimulatedLetter letter) {
        return "<li><a href=\"" + SimulatedLetters.PAGES + "/" + letter.page() + "\">" + Page.escape(letter.subject())
                + "</a><small>" + letter.time() + " " + VietnameseDate.write(letter.day()) + " · "
                + letter.kind().word() + " · " + Page.escape(letter.to())
                + (letter.isHeld() ? " · " + letter.state().word() : "") + "</small></li>";
    }

    private static String nameOf(YearMonth month) {
        return "thang-" + month + ".html";
    }
}
