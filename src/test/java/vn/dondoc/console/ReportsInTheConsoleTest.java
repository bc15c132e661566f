package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Obligation.Track;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.store.ReportStore;

/** What clerks and officers do with reports, over HTTP, on the sample year. */
class ReportsInTheConsoleTest {
    private static final String JUSTICE = "so-tu-phap";
    private static final String BINH_SON = "524";
    private static final String PERIOD = "2017-Q4";
    private static final String FORM = "/bao-cao/so-tu-phap/2017-Q4";
    private static final int STATUS = 3;
    private static final int COMPLETED_ON = 4;
    private static final int EVIDENCE_REF = 5;
    private static final int NOTE = 11;

    @TempDir
    static Path folder;

    private static SampleConsole console;
    /** A commune of Bình Sơn that has much left to report. */
    private static String silent;

    @BeforeAll
    static void open() {
        console = SampleConsole.in(folder);
        silent = console.dondoc().settings().registry().on(SampleConsole.TODAY).stream()
                .map(unit -> unit.parent().equals(BINH_SON) ? unit.id() : "")
                .filter(unit -> !unit.isEmpty() && openOnes(unit).size() > 3)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void a_clerk_hands_in_a_workbook_with_mistakes_corrects_it_and_sees_the_finding_close() throws Exception {
        String duty = openDuty(JUSTICE, 0);
        byte[] form = bytes("so-tu-phap", FORM + "/mau");

        HttpResponse<String> refused =
                console.handIn("so-tu-phap", JUSTICE, "bao-cao.xlsx", filled(form, duty, "xong rồi", "31/13/2017"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("không có tình trạng “xong rồi”", "hoàn thành", "không phải là ngày");
        assertThat(stateOf(JUSTICE, duty).isOpen()).isTrue();
        String answer = refused.body().replaceAll("(?s).*href=\"([^\"]*/bang)\".*", "$1");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes("so-tu-phap", answer)))) {
            assertThat(workbook.getSheet("Kết quả")).isNotNull();
            assertThat(rowOf(workbook.getSheet("Báo cáo"), duty)
                            .getCell(STATUS)
                            .getCellStyle()
                            .getFillForegroundColorColor())
                    .isNotNull();
        }

        HttpResponse<String> taken =
                console.handIn("so-tu-phap", JUSTICE, "bao-cao.xlsx", filled(form, duty, "hoàn thành", "15/12/2017"));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("đã nhận", duty);
        assertThat(stateOf(JUSTICE, duty)).isIn(State.MET, State.MET_LATE);
        assertThat(console.get("so-tu-phap", "/bao-cao/so-tu-phap").body())
                .contains("Đầu mối Sở Tư pháp (so-tu-phap)", "bao-cao.xlsx", "từ chối", "đã nhận", "15/12/2017");
    }

    @Test
    void rows_that_a_clerk_leaves_as_they_are_printed_are_not_recorded_again() throws Exception {
        long before = entries();
        byte[] form = bytes("huyen-binh-son", "/bao-cao/524/2017-Q4/mau");

        HttpResponse<String> taken =
                console.handIn("huyen-binh-son", BINH_SON, "mau-huyen.xlsx", withFirstReportUnchangedTillNow(form));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body())
                .containsPattern("Giữ nguyên như in sẵn, không ghi lại</dt><dd>[1-9]\\d* nhiệm vụ</dd>");
        assertThat(entries()).isEqualTo(before + 1);
    }

    private static byte[] withFirstReportUnchangedTillNow(byte[] form) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            for (Row row : workbook.getSheet("Báo cáo")) {
                if (row.getRowNum() > 0
                        && !row.getCell(STATUS).getStringCellValue().isEmpty()) {
                    row.getCell(NOTE).setCellValue("không đổi đến 18/12/2017");
                    break;
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void each_mistake_of_the_form_stands_beside_its_cell_and_nothing_is_taken() {
        String duty = openDuty(JUSTICE, 1);
        long before = entries();

        HttpResponse<String> refused = console.post(
                "so-tu-phap",
                FORM,
                Map.of(
                        "viec",
                        "gui",
                        duty + "|status|0",
                        "hoàn thành",
                        duty + "|completedOn|0",
                        "ngày mai",
                        duty + "|evidenceRef|0",
                        "12/BC-STP",
                        duty + "|evidenceDate|0",
                        "01/01/2030"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(mistakesAt(refused.body(), duty + "|completedOn|0")).contains("“ngày mai” không phải là ngày");
        assertThat(mistakesAt(refused.body(), duty + "|evidenceDate|0")).contains("01/01/2030", "sau ngày nhận");
        assertThat(mistakesAt(refused.body(), duty + "|status|0")).isBlank();
        assertThat(refused.body()).contains("value=\"ngày mai\"", "value=\"12/BC-STP\"");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_is_written_in_the_form_is_kept_as_a_file_and_counts() {
        String duty = openDuty(JUSTICE, 2);

        HttpResponse<String> taken = console.post(
                "so-tu-phap",
                FORM,
                Map.of(
                        "viec",
                        "gui",
                        duty + "|status|0",
                        "hoàn thành",
                        duty + "|completedOn|0",
                        "14/12/2017",
                        duty + "|note|0",
                        "hai dòng,\r\ncó \"ngoặc\"",
                        duty + "|evidenceRef|1",
                        "15/BC-STP"));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        Entry entry = lastEntry(duty);
        assertThat(entry.source()).startsWith("bieu-mau-so-tu-phap-2017-Q4.csv, dòng 2");
        assertThat(entry.note()).isEqualTo("hai dòng,\ncó \"ngoặc\"");
        assertThat(entry.evidence()).extracting(Entry.Evidence::ref).containsExactly("15/BC-STP");
        assertThat(stateOf(JUSTICE, duty)).isIn(State.MET, State.MET_LATE);
        assertThat(console.get("so-tu-phap", FORM).body()).contains("Đã nhận báo cáo: 1 nhiệm vụ.");
    }

    @Test
    void a_row_is_checked_while_it_is_written_and_nothing_is_stored() {
        String duty = openDuty(JUSTICE, 1);
        int files = console.get("so-tu-phap", "/bao-cao/so-tu-phap").body().split("/tra-loi/").length;

        HttpResponse<String> checked = console.post(
                "so-tu-phap",
                FORM + "/dong?nv=" + duty,
                Map.of(duty + "|status|0", "hoàn thành", duty + "|completedOn|0", "sớm"));

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains("hx-swap-oob", "“sớm” không phải là ngày")
                .doesNotContain("<html");
        assertThat(console.get("so-tu-phap", "/bao-cao/so-tu-phap").body().split("/tra-loi/"))
                .hasSize(files);
    }

    @Test
    void a_draft_is_resumed_by_its_writer_alone_and_can_be_discarded() {
        String duty = openDuty(silent, 0);
        String path = "/bao-cao/" + silent + "/2017-Q4";

        console.post("huyen-binh-son", path, Map.of("viec", "luu", duty + "|note|0", "đang chờ văn bản", "viec2", "x"));

        assertThat(console.get("huyen-binh-son", path).body()).contains("đang chờ văn bản", "bản nháp lưu lúc");
        assertThat(console.get("can-bo", path).body()).doesNotContain("đang chờ văn bản");
        console.post("huyen-binh-son", path, Map.of("viec", "bo"));
        assertThat(console.get("huyen-binh-son", path).body())
                .contains("Đã bỏ bản nháp")
                .doesNotContain("đang chờ văn bản");
    }

    @Test
    void an_officer_returns_a_report_and_the_units_letter_waits_in_the_outbox() {
        Finding met = reportedAsDone();
        String unit = met.key().agency();
        Entry entry = Objects.requireNonNull(met.obligation().entry());
        String path = "/bao-cao/" + unit;
        assertThat(console.get("can-bo", path).body()).contains("value=\"" + entry.sequence() + "\"");

        HttpResponse<String> without = console.post(
                "can-bo",
                path + "/xem-xet",
                Map.of("viec", "tra-lai", "muc", String.valueOf(entry.sequence()), "ngay-moi", "thứ Hai"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("“thứ Hai” không phải là ngày", "vì sao trả lại");
        assertThat(findingOf(met).state()).isEqualTo(met.state());

        HttpResponse<String> returned = console.post("can-bo", path + "/xem-xet", returning(entry));

        assertThat(returned.statusCode()).isEqualTo(303);
        QueuedLetter letter = console.dondoc().outbox().list(LetterState.QUEUED).stream()
                .filter(queued -> queued.letter().reason().equals("REPORT_RETURNED"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.letter().agency()).isEqualTo(unit);
        assertThat(letter.letter().subject()).startsWith("[Trả lại báo cáo]").contains("25/12/2017");
        assertThat(letter.letter().text()).contains("thiếu văn bản ký số", "25/12/2017", entry.duty());
        assertThat(findingOf(met).state()).isNotIn(State.MET, State.MET_LATE);
        assertThat(findingOf(met).explanation()).contains("bị trả lại ngày 18/12/2017", "thiếu văn bản ký số");
        String why = "Trả lại ngày 18/12/2017: thiếu văn bản ký số; gửi lại chậm nhất ngày 25/12/2017.";
        assertThat(console.get("can-bo", path).body())
                .contains("Đã trả lại 1 mục", "Bị trả lại, chờ gửi lại", why)
                .doesNotContain("value=\"" + entry.sequence() + "\"");
        assertThat(console.get("can-bo", path + "/" + met.key().period()).body())
                .contains(why);
        assertThat(console.get(
                                "can-bo",
                                "/co-quan/" + unit + "/nhiem-vu/" + entry.duty() + "/"
                                        + met.key().period())
                        .body())
                .contains(why);
        assertThat(console.get("can-bo", "/thu/" + letter.id()).body()).contains("· 1 việc</dd>");
    }

    @Test
    void what_was_returned_still_counts_on_the_days_before() {
        Finding met = reportedAsDone();
        Entry entry = Objects.requireNonNull(met.obligation().entry());
        LocalDate dayBefore = SampleConsole.TODAY.minusDays(1);
        State before = stateOn(met, dayBefore);

        console.post("can-bo", "/bao-cao/" + met.key().agency() + "/xem-xet", returning(entry));

        assertThat(findingOf(met).state()).isNotIn(State.MET, State.MET_LATE);
        assertThat(stateOn(met, dayBefore)).isEqualTo(before);
    }

    @Test
    void the_same_file_is_taken_again_after_it_was_returned() {
        String duty = openDuty(silent, 1);
        byte[] report = csv(silent, duty, "hoàn thành");
        assertThat(console.handIn("huyen-binh-son", silent, "bc.csv", report).body())
                .contains("đã nhận");
        assertThat(console.handIn("huyen-binh-son", silent, "bc.csv", report).body())
                .contains("đã nhận trước đó");
        Entry first = lastEntry(duty);

        console.post("can-bo", "/bao-cao/" + silent + "/xem-xet", returning(first));
        assertThat(stateOf(silent, duty).isOpen()).isTrue();
        console.handIn("huyen-binh-son", silent, "bc.csv", report);

        assertThat(lastEntry(duty).sequence()).isGreaterThan(first.sequence());
        assertThat(stateOf(silent, duty)).isIn(State.MET, State.MET_LATE);
    }

    @Test
    void a_file_taken_for_a_commune_is_answered_as_repeated_at_its_districts_own_page() {
        byte[] report = csv(silent, openDuty(silent, 0), "đang thực hiện");
        console.handIn("huyen-binh-son", silent, "xa.csv", report);
        long before = entries();

        HttpResponse<String> again = console.handIn("huyen-binh-son", BINH_SON, "xa.csv", report);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).contains("xa.csv", "đã nhận trước đó");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_does_not_apply_is_asked_no_more_once_an_officer_confirms_it() {
        String duty = openDuty(silent, 2);
        console.handIn("huyen-binh-son", silent, "kad.csv", csv(silent, duty, "không áp dụng"));
        assertThat(stateOf(silent, duty)).isEqualTo(State.REVIEW);
        assertThat(console.get("can-bo", "/bao-cao/cho-duyet").body()).contains("/bao-cao/" + silent, duty);

        console.post(
                "can-bo",
                "/bao-cao/" + silent + "/xem-xet",
                Map.of("viec", "duyet", "muc", String.valueOf(lastEntry(duty).sequence())));

        assertThat(findings(silent))
                .noneMatch(finding -> finding.key().duty().equals(duty)
                        && finding.obligation().entry() != null
                        && finding.obligation().entry().status() == ReportedStatus.NOT_APPLICABLE);
    }

    @Test
    void a_contact_reports_for_no_other_unit_neither_by_form_nor_by_file() {
        long before = entries();
        String duty = asked("so-noi-vu").get(0).key().duty();

        assertThat(console.post("so-tu-phap", "/bao-cao/so-noi-vu/2017-Q4", Map.of("viec", "gui"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.handIn("so-tu-phap", "so-noi-vu", "a.csv", csv("so-noi-vu", duty, "hoàn thành"))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> underOwnName =
                console.handIn("so-tu-phap", JUSTICE, "a.csv", csv("so-noi-vu", duty, "hoàn thành"));

        byte[] takenFromOthers = csv(silent, openDuty(silent, 3), "đang thực hiện");
        console.handIn("huyen-binh-son", silent, "b.csv", takenFromOthers);
        HttpResponse<String> copied = console.handIn("so-tu-phap", JUSTICE, "b.csv", takenFromOthers);

        assertThat(copied.statusCode()).isEqualTo(422);
        assertThat(copied.body()).doesNotContain("đã nhận trước đó");
        assertThat(underOwnName.statusCode()).isEqualTo(422);
        assertThat(underOwnName.body()).contains("không được báo cáo cho đơn vị “so-noi-vu”");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void a_district_reports_for_its_communes_and_for_no_other_districts() {
        String own = communeOf(BINH_SON);
        String other = communeOf("522");

        assertThat(console.get("huyen-binh-son", "/bao-cao/" + own).statusCode())
                .isEqualTo(200);
        assertThat(console.get("huyen-binh-son", "/bao-cao/" + other).statusCode())
                .isEqualTo(404);
        assertThat(console.get("huyen-binh-son", "/bao-cao").body())
                .contains("/bao-cao/" + own + "\"")
                .doesNotContain("/bao-cao/" + other + "\"");
    }

    @Test
    void contacts_neither_return_nor_approve_nor_fetch_originals() {
        assertThat(console.post("so-tu-phap", "/bao-cao/so-tu-phap/xem-xet", Map.of("viec", "duyet"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.get("so-tu-phap", "/bao-cao/so-tu-phap/tep/1").statusCode())
                .isEqualTo(403);
        assertThat(console.get("lanh-dao", "/bao-cao").statusCode()).isEqualTo(403);
    }

    @Test
    void a_file_that_is_no_report_has_no_answer_to_correct() {
        assertThat(console.handIn("so-tu-phap", JUSTICE, "anh.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})
                        .body())
                .contains("Tệp không đọc được; tải mẫu Excel của kỳ")
                .doesNotContain("Tải bảng trả lời", "ô sai được tô màu");
        assertThat(console.get("so-tu-phap", "/bao-cao/" + JUSTICE).body())
                .contains("không đọc được</span>")
                .doesNotContain("sai 0", "nhận 0");
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words() {
        HttpResponse<String> refused = console.handIn("so-tu-phap", JUSTICE, "a.csv", new byte[(21 << 20) + (1 << 19)]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Tệp gửi lên quá lớn");
    }

    // ---- the sample

    private static List<Finding> findings(String unit) {
        return console.dondoc()
                .assessor()
                .of(Set.of(unit), SampleConsole.TODAY, SampleConsole.NOW)
                .findings();
    }

    /** One of the duties that the form of the quarter asks for and that nobody has reported on; a test each. */
    private static String openDuty(String unit, int number) {
        return openOnes(unit).get(number).duty();
    }

    private static List<Finding.Key> openOnes(String unit) {
        return OPEN.computeIfAbsent(
                unit,
                any -> asked(unit).stream()
                        .filter(finding ->
                                WITH_REPORTS.contains(finding.obligation().track())
                                        && finding.state().isOpen()
                                        && finding.obligation().entry() == null
                                        && finding.key().period().startsWith("2017"))
                        .map(Finding::key)
                        .toList());
    }

    private static final Map<String, List<Finding.Key>> OPEN = new HashMap<>();
    private static final Set<Track> WITH_REPORTS = Set.of(Track.DATED, Track.UNDATED, Track.CONTINUOUS);

    private static List<Finding> asked(String unit) {
        return console.dondoc().forms().asked(Set.of(unit), Period.read(PERIOD).orElseThrow(), SampleConsole.NOW);
    }

    private static State stateOf(String unit, String duty) {
        Finding.Key key = openOnes(unit).stream()
                .filter(open -> open.duty().equals(duty))
                .findFirst()
                .orElseThrow();
        return findings(unit).stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** A finding that is met by what its unit reported, other than those of the clerks. */
    private static Finding reportedAsDone() {
        return console.dondoc().assessor().at(SampleConsole.NOW).findings().stream()
                .filter(finding -> finding.obligation().track() == Track.DATED
                        && finding.state() == State.MET
                        && !Set.of(JUSTICE, silent).contains(finding.key().agency())
                        && !finding.obligation().agency().email().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Finding findingOf(Finding earlier) {
        return findings(earlier.key().agency()).stream()
                .filter(finding -> finding.key().equals(earlier.key()))
                .findFirst()
                .orElseThrow();
    }

    private static State stateOn(Finding finding, LocalDate day) {
        return console
                .dondoc()
                .assessor()
                .of(Set.of(finding.key().agency()), day, SampleConsole.NOW)
                .findings()
                .stream()
                .filter(other -> other.key().equals(finding.key()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Map<String, String> returning(Entry entry) {
        return Map.of(
                "viec", "tra-lai",
                "muc", String.valueOf(entry.sequence()),
                "ly-do", "thiếu văn bản ký số",
                "ngay-moi", "25/12/2017");
    }

    private static String communeOf(String district) {
        return console.dondoc().settings().registry().on(SampleConsole.TODAY).stream()
                .filter(unit -> unit.parent().equals(district))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long entries() {
        return new ReportStore(console.dondoc().database()).lastEntryKnownAt(SampleConsole.NOW);
    }

    private static Entry lastEntry(String duty) {
        return new ReportStore(console.dondoc().database())
                .entriesKnownAt(SampleConsole.NOW).stream()
                        .filter(entry -> entry.duty().equals(duty)
                                && Set.of(JUSTICE, silent).contains(entry.agency()))
                        .max(java.util.Comparator.comparing(Entry::sequence))
                        .orElseThrow();
    }

    private static byte[] csv(String unit, String duty, String status) {
        return ("agency,period,duty,status,completedOn\n" + unit + "," + PERIOD + "," + duty + "," + status + ","
                        + (status.equals("hoàn thành") ? "15/12/2017" : "") + "\n")
                .getBytes(UTF_8);
    }

    private static byte[] bytes(String person, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = java.net.http.HttpClient.newHttpClient()
                .send(console.asked(person, path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static byte[] filled(byte[] form, String duty, String status, String completedOn) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            XSSFSheet sheet = workbook.getSheet("Báo cáo");
            // only this duty: the rest of the sample is for other tests
            for (int i = sheet.getLastRowNum(); i > 0; i--) {
                Row row = sheet.getRow(i);
                if (row != null
                        && row.getCell(2) != null
                        && !row.getCell(2).getStringCellValue().equals(duty)
                        && row.getCell(0).getStringCellValue().equals(JUSTICE)) {
                    sheet.removeRow(row);
                }
            }
            workbook.removeSheetAt(workbook.getSheetIndex("Từng mục"));
            Row row = rowOf(sheet, duty);
            row.createCell(STATUS).setCellValue(status);
            row.createCell(COMPLETED_ON).setCellValue(completedOn);
            row.createCell(EVIDENCE_REF).setCellValue("12/BC-STP");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Row rowOf(XSSFSheet sheet, String duty) {
        for (Row row : sheet) {
            if (row.getCell(2) != null && row.getCell(2).toString().equals(duty)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + duty);
    }

    /** What stands beside a field, by the id that the field names. */
    private static String mistakesAt(String page, String field) {
        String id = page.replaceAll(
                "(?s).*name=\"" + java.util.regex.Pattern.quote(field) + "\"[^>]*aria-describedby=\"([^\"]*)\".*",
                "$1");
        return page.replaceAll("(?s).*<div id=\"" + id + "\">(.*?)</div>.*", "$1");
    }
}
