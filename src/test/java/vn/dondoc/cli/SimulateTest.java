package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problems;

/** Weeks around the day on which plans for 2018 are asked for, on a virtual clock. */
class SimulateTest {
    private static final String DEPARTMENT = "so-thong-tin-va-truyen-thong";
    private static final String COMMUNES_CONNECTED = "II.2.1.e-07";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");

    @TempDir
    private static Path shared;

    private static Answer answer;
    private static List<CsvTable.Row> letters;

    @TempDir
    private Path home;

    private CommandLine dondoc;

    @BeforeAll
    static void simulateThreeWeeks() throws IOException {
        CommandLine dondoc = new CommandLine(TemporaryHome.in(shared.resolve("home")));
        answer = dondoc.type(span("2018-02-26", "2018-03-18", shared.resolve("out")));
        letters = lettersIn(shared.resolve("out"));
    }

    @BeforeEach
    void installed() throws IOException {
        dondoc = new CommandLine(TemporaryHome.in(home));
    }

    // ---- what it writes

    @Test
    void the_table_has_the_columns_of_the_contract_and_no_byte_order_mark() throws IOException {
        assertThat(answer.exit()).isZero();
        byte[] bytes = Files.readAllBytes(shared.resolve("out/letters.csv"));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("day,time,kind,to,agency,subject,items,messageId,reason\n")
                .doesNotContain("\r")
                .satisfies(text -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .isTrue());
        assertThat(letters).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.cell("kind")).isIn("reminder", "alert", "escalation", "digest", "notice");
            assertThat(letter.cell("to")).contains("@");
            assertThat(letter.cell("subject")).isNotBlank();
            assertThat(letter.cell("reason")).isNotBlank();
            assertThat(letter.cell("items")).matches("\\d+");
        });
    }

    @Test
    void the_rows_are_sorted_by_day_time_kind_and_address() {
        assertThat(letters.stream()
                        .map(letter -> String.join(
                                "\t", letter.cell("day"), letter.cell("time"), letter.cell("kind"), letter.cell("to"))))
                .isSorted();
    }

    @Test
    void letters_go_on_working_days_within_office_hours_of_the_span() {
        WorkingCalendar calendar = HolidayFiles.read(Path.of("config/holidays"), new Problems());
        assertThat(letters).allSatisfy(letter -> {
            LocalDate day = LocalDate.parse(letter.cell("day"));
            assertThat(day).isBetween(LocalDate.of(2018, 2, 26), LocalDate.of(2018, 3, 18));
            assertThat(calendar.isWorkingDay(day)).isTrue();
            assertThat(LocalTime.parse(letter.cell("time"))).isBetween(LocalTime.of(7, 0), LocalTime.of(16, 59));
        });
        assertThat(letters.stream().map(letter -> letter.cell("day"))).contains("2018-02-26", "2018-03-05");
    }

    @Test
    void each_letter_has_its_file_and_its_page() throws IOException {
        List<String> ids =
                letters.stream().map(letter -> letter.cell("messageId")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(messageIdsIn(shared.resolve("out/letters"))).containsExactlyInAnyOrderElementsOf(ids);
        try (Stream<Path> pages = Files.list(shared.resolve("out/pages"))) {
            assertThat(pages).hasSameSizeAs(ids);
        }
    }

    @Test
    void the_pages_lead_from_the_index_to_every_letter_and_load_nothing_from_elsewhere() throws IOException {
        Path out = shared.resolve("out");
        String index = Files.readString(out.resolve("index.html"));
        assertThat(index).contains("thang-2018-02.html", "thang-2018-03.html", "Thư nhắc việc theo đơn vị");
        assertThat(index).doesNotContain("http:", "https:", "src=");
        assertThat(Files.size(out.resolve("index.html"))).isLessThan(3_000_000);
        String months = Files.readString(out.resolve("thang-2018-02.html"))
                + Files.readString(out.resolve("thang-2018-03.html"));
        List<String> links = Pattern.compile("href=\"(pages/[^\"]+)\"")
                .matcher(months)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .hasSameSizeAs(letters)
                .allSatisfy(link -> assertThat(out.resolve(link)).exists());
    }

    @Test
    void the_answer_counts_what_the_table_holds() {
        long reminders = letters.stream()
                .filter(letter -> letter.cell("kind").equals("reminder"))
                .count();
        assertThat(answer.out())
                .contains("Mô phỏng từ 26/02/2018 đến 18/03/2018: 15 ngày làm việc")
                .contains("Thư: " + number(letters.size()) + " (nhắc việc " + number(reminders) + ", ")
                .contains("vào ngày nghỉ: 0")
                .contains("0 đơn vị có báo cáo trong kỳ: một quý 0; một tuần 0");
        assertThat(answer.out())
                .containsPattern(" đơn vị im lặng: một quý [1-9]\\d* \\(.+, quý 1/2018\\); một tuần [1-9]");
        assertThat(Normalizer.isNormalized(answer.out(), Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void the_busiest_unit_of_a_quarter_is_the_one_that_the_table_shows() {
        Map<String, Long> reminders = letters.stream()
                .filter(letter -> letter.cell("kind").equals("reminder"))
                .collect(Collectors.groupingBy(letter -> letter.cell("agency"), Collectors.counting()));
        long most = reminders.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(answer.out()).contains("im lặng: một quý " + most + " (");
    }

    // ---- what it leaves alone, and repeats

    @Test
    void the_same_run_twice_gives_the_same_files_byte_for_byte() throws IOException {
        onlyOneUnit();
        Path first = home.resolve("một");
        Path second = home.resolve("hai");
        assertThat(dondoc.type(span("2018-03-01", "2018-03-07", first)).exit()).isZero();
        assertThat(dondoc.type(span("2018-03-01", "2018-03-07", second)).exit()).isZero();
        assertThat(contents(second)).isNotEmpty().isEqualTo(contents(first));
    }

    @Test
    void the_home_stays_as_it_was() throws IOException {
        onlyOneUnit();
        submit(100);
        Map<String, String> before = contentsAndData(home);
        Path out = shared.resolve("ngoài");
        assertThat(dondoc.type(span("2017-12-18", "2017-12-20", out)).exit()).isZero();
        assertThat(contentsAndData(home)).isEqualTo(before);
    }

    @Test
    void a_home_that_never_ran_gets_no_database() {
        assertThat(shared.resolve("home/data")).doesNotExist();
    }

    // ---- what the home was told

    @Test
    void a_report_counts_from_the_moment_at_which_it_came_in() throws IOException {
        onlyOneUnit();
        dondoc.setClock("2018-01-03T09:58");
        submit(120);
        Answer simulated = dondoc.type(span("2017-12-29", "2018-01-05", shared.resolve("báo cáo")));
        assertThat(simulated.exit()).isZero();
        assertThat(simulated.out()).contains("1 mục báo cáo nhận trong kỳ", "1 đơn vị có báo cáo trong kỳ");
        List<CsvTable.Row> alerts = lettersIn(shared.resolve("báo cáo")).stream()
                .filter(letter -> letter.cell("kind").equals("alert"))
                .toList();
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).cell("day") + " " + alerts.get(0).cell("time"))
                .as("it waits for release, and would have gone with the next sending")
                .isEqualTo("2018-01-03 10:00");
        assertThat(simulated.out()).contains("trong đó chờ duyệt: 1;");
        assertThat(messageIdsIn(shared.resolve("báo cáo/letters")))
                .contains(alerts.get(0).cell("messageId"));
    }

    @Test
    void an_alert_that_waits_for_nobody_goes_with_the_next_sending_of_a_working_day() throws IOException {
        onlyOneUnit();
        TemporaryHome.configure(home, "release: none");
        dondoc.setClock("2018-01-05T16:56");
        submit(120);
        Answer simulated = dondoc.type(span("2017-12-29", "2018-01-08", shared.resolve("thứ Hai")));
        assertThat(simulated.out()).contains("cảnh báo vi phạm 1", "chờ duyệt: 0;", "chưa đến giờ gửi: 0");
        assertThat(lettersIn(shared.resolve("thứ Hai")).stream()
                        .filter(letter -> letter.cell("kind").equals("alert"))
                        .map(letter -> letter.cell("day") + " " + letter.cell("time")))
                .containsExactly("2018-01-08 07:00");
        Answer untilSunday = dondoc.type(span("2017-12-29", "2018-01-07", shared.resolve("chủ nhật")));
        assertThat(untilSunday.out()).contains("cảnh báo vi phạm 0", "chưa đến giờ gửi: 1");
    }

    @Test
    void a_report_that_comes_after_the_span_is_not_known_in_it() throws IOException {
        onlyOneUnit();
        dondoc.setClock("2018-01-05T00:00");
        submit(120);
        Answer simulated = dondoc.type(span("2017-12-29", "2018-01-04", shared.resolve("sau kỳ")));
        assertThat(simulated.out()).contains("0 mục báo cáo nhận trong kỳ", "cảnh báo vi phạm 0");
    }

    @Test
    void empty_leaves_the_reports_out() throws IOException {
        onlyOneUnit();
        dondoc.setClock("2018-01-03T09:58");
        submit(120);
        Answer simulated = dondoc.type(plus(span("2017-12-29", "2018-01-05", shared.resolve("trống")), "--empty"));
        assertThat(simulated.out()).contains("0 mục báo cáo nhận trong kỳ", "cảnh báo vi phạm 0");
    }

    @Test
    void nothing_is_written_about_before_the_configured_day_of_going_live() throws IOException {
        onlyOneUnit();
        TemporaryHome.configure(home, "goLive: \"07/03/2018\"");
        Answer simulated = dondoc.type(span("2018-03-05", "2018-03-09", shared.resolve("sau")));
        assertThat(simulated.out()).contains("Đưa vào vận hành ngày 07/03/2018");
        assertThat(lettersIn(shared.resolve("sau")).stream().map(letter -> letter.cell("day")))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day).isGreaterThanOrEqualTo("2018-03-07"));
    }

    // ---- what it refuses

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "2018-03-05, 2018-03-04, trước ngày đầu",
        "2018-01-01, 2023-01-01, dài quá 5 năm",
        "hôm-qua, 2018-03-04, không phải ngày",
        "2018-02-29, 2018-03-04, không phải ngày"
    })
    void a_wrong_span_is_refused_in_words(String from, String to, String words) {
        Path out = home.resolve("out");
        Answer refused = dondoc.type(span(from, to, out));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(words);
        assertThat(refused.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        Answer refused = dondoc.type("simulate");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--from: thiếu ngày", "--to: thiếu ngày", "--out: thiếu thư mục");
    }

    @Test
    void a_folder_with_somebodys_work_is_refused_and_one_of_an_earlier_simulation_is_used_anew() throws IOException {
        onlyOneUnit();
        Path out = Files.createDirectories(home.resolve("out"));
        Files.writeString(out.resolve("báo cáo.txt"), "việc của người khác");
        Answer refused = dondoc.type(span("2018-03-05", "2018-03-05", out));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("không trống");
        assertThat(out.resolve("báo cáo.txt")).exists();
        Files.delete(out.resolve("báo cáo.txt"));
        assertThat(dondoc.type(span("2018-03-05", "2018-03-05", out)).exit()).isZero();
        Files.writeString(out.resolve("letters/thừa.eml"), "của lần trước");
        assertThat(dondoc.type(span("2018-03-05", "2018-03-05", out)).exit()).isZero();
        assertThat(out.resolve("letters/thừa.eml")).doesNotExist();
    }

    @Test
    void a_folder_within_what_is_copied_is_refused() {
        Answer refused = dondoc.type(span("2018-03-05", "2018-03-05", home.resolve("rules/thử")));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--out", "rules");
    }

    // ---- the private language

    private static String[] span(String from, String to, Path out) {
        return new String[] {"simulate", "--from", from, "--to", to, "--out", out.toString()};
    }

    private static String[] plus(String[] words, String word) {
        return Stream.concat(Stream.of(words), Stream.of(word)).toArray(String[]::new);
    }

    /** A letter to everybody every day takes a test too long. */
    private void onlyOneUnit() throws IOException {
        TemporaryHome.mailOnlyTo(home, DEPARTMENT::equals);
    }

    private void submit(int communes) throws IOException {
        Path report = Files.writeString(
                shared.resolve("báo cáo.json"), """
                {"agency": "%s", "period": "2017-Q4", "entries": [
                 {"duty": "%s", "status": "in-progress", "numerator": %d, "denominator": 184}]}
                """.formatted(DEPARTMENT, COMMUNES_CONNECTED, communes));
        assertThat(dondoc.type("submit", report.toString()).exit()).isZero();
    }

    private static List<CsvTable.Row> lettersIn(Path out) throws IOException {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read("letters.csv", Files.readAllBytes(out.resolve("letters.csv")), problems);
        problems.refuseIfAny();
        return table.rows();
    }

    private static List<String> messageIdsIn(Path folder) throws IOException {
        return files(folder)
                .filter(file -> file.toString().endsWith(".eml"))
                .map(file -> {
                    Matcher id = MESSAGE_ID.matcher(text(file));
                    assertThat(id.find()).as(file.toString()).isTrue();
                    return id.group(1);
                })
                .toList();
    }

    /** The files by name, without the database, whose bookkeeping knows the real time. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = contentsAndData(folder);
        contents.keySet().removeIf(name -> name.startsWith("data/"));
        return contents;
    }

    /** A reader of a write-ahead log leaves its mark in the -shm file beside it, as any reader does. */
    private static Map<String, String> contentsAndData(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        files(folder)
                .filter(file -> !file.toString().endsWith("-shm"))
                .forEach(file -> contents.put(folder.relativize(file).toString(), text(file)));
        return contents;
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String number(long number) {
        return String.format(Locale.forLanguageTag("vi"), "%,d", number);
    }
}
