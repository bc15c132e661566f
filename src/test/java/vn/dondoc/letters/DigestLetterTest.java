package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Level;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements.Broken;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.Changes;
import vn.dondoc.notices.Digest.UnitLine;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.notices.Promise;
import vn.dondoc.notices.Recipient;
import vn.dondoc.notices.Scope;
import vn.dondoc.notices.Standing;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;

/** What goes with a digest, read back by other libraries than those that wrote it. */
class DigestLetterTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 8);
    private static final String EVIL = "Sở <script>alert(1)</script> & ${unit} Ngoại vụ";
    private static final Recipient CHAIRMAN =
            new Recipient("Chủ tịch UBND tỉnh", "chu-tich@quangngai.example", List.of());

    @Test
    void every_picture_of_the_page_is_attached_and_says_its_figures_in_words() {
        Letter letter = letter(LetterCast.digest());
        Document page = Jsoup.parse(letter.html());
        List<String> attached = letter.attachments().stream()
                .filter(Attachment::isInline)
                .map(picture -> "cid:" + picture.contentId())
                .toList();
        assertThat(page.select("img").eachAttr("src")).containsExactlyInAnyOrderElementsOf(attached);
        assertThat(page.select("img")).hasSize(3);
        for (Element picture : page.select("img")) {
            assertThat(picture.attr("alt")).matches(".*\\d+(,\\d+)?(%|/\\d+).*");
        }
    }

    @Test
    void the_files_have_names_that_say_their_day() {
        assertThat(letter(LetterCast.digest()).attachments())
                .filteredOn(attachment -> !attachment.isInline())
                .extracting(Attachment::name)
                .containsExactly(
                        "ban-tong-hop-tuan-2018-01-08.pdf",
                        "bang-tong-hop-2018-01-08.xlsx",
                        "don-doc-so-thong-tin-va-truyen-thong-2018-01-08.docx",
                        "don-doc-so-tu-phap-2018-01-08.docx",
                        "don-doc-ban-quan-ly-khu-kinh-te-dung-quat-va-cac-2018-01-08.docx");
    }

    @Test
    void the_same_digest_gives_the_same_bytes() {
        assertThat(letter(LetterCast.digest())).isEqualTo(letter(LetterCast.digest()));
    }

    @Test
    void the_printed_page_is_one_a4_page_with_its_fonts_inside() throws IOException {
        assertThat(textOfOnePage(letter(LetterCast.digest())))
                .contains("Đến nay", "Bốn tuần trước", "Sở Thông tin và Truyền thông", "Hẹn đến 02/01/2018", "PAPI 1");
    }

    @Test
    void the_printed_page_stays_one_page_for_200_units_with_long_names() throws IOException {
        assertThat(textOfOnePage(letter(monstrous(DAY)))).contains("Kính gửi: Chủ tịch UBND tỉnh");
    }

    @Test
    void a_name_with_markup_is_harmless_everywhere() throws IOException {
        Letter letter = letter(monstrous(DAY));
        Document page = Jsoup.parse(letter.html());
        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script> & ${unit}");
        assertThat(textOfOnePage(letter).replaceAll("\\s+", "")).contains("Sở<script>alert(1)</script>&${unit}");
        assertThat(drafts(letter)).hasSize(10);
        assertThat(textOf(drafts(letter).get(0))).contains("Kính gửi: " + EVIL + " 0");
    }

    @Test
    void the_table_holds_every_open_finding_with_dates_as_dates_and_foreign_text_as_text() throws IOException {
        WeeklyDigest digest = monstrous(DAY);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(letter(digest), ".xlsx")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(digest.digest().open().size());
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:I401");
            assertThat(sheet.getRow(0).getCell(5).getStringCellValue()).isEqualTo("Hạn");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith(EVIL);
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).startsWith("=1+1");
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(1).getCell(5))).isTrue();
            assertThat(sheet.getRow(1).getCell(5).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2017, 10, 2));
            assertThat(sheet.getRow(1).getCell(6).getStringCellValue()).startsWith("Giả định");
            assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).isEqualTo("Quá mốc theo dõi");
        }
    }

    @ParameterizedTest
    @CsvSource({"2020-03-04, false", "2020-03-05, true", "2020-03-06, true"})
    void the_draft_has_the_form_in_force_on_its_day(LocalDate day, boolean byDecree) throws IOException {
        byte[] docx = drafts(letter(monstrous(day))).get(0);
        try (XWPFDocument draft = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(draft.getHeaderList())
                    .as("the decree numbers pages at the top")
                    .hasSize(byDecree ? 1 : 0);
            assertThat(draft.getFooterList()).as("the circular at the bottom").hasSize(byDecree ? 0 : 1);
        }
    }

    @Test
    void a_draft_names_what_is_late_and_leaves_number_and_day_to_the_officer() throws IOException {
        String text = textOf(file(letter(LetterCast.digest()), "so-tu-phap-2018-01-08.docx"));
        assertThat(text)
                .contains("Số:          /SNV-CCHC", "V/v đôn đốc thực hiện Quyết định 881/QĐ-UBND")
                .contains("ngày        tháng        năm 2018")
                .contains("Kính gửi: Sở Tư pháp", "2 nhiệm vụ quá mốc theo dõi")
                .contains("30/06/2017 (giả định)", "Lưu: VT, CCHC.", "./.")
                .doesNotContain("vi phạm", "quá hạn", "${", "«");
    }

    private static Letter letter(WeeklyDigest digest) {
        return LetterCast.writer()
                .write(digest, LetterCast.PLAN, LetterCast.sevenOClock(digest.day()), LetterCast.RULES);
    }

    private static byte[] file(Letter letter, String ending) {
        return letter.attachments().stream()
                .filter(attachment -> attachment.name().endsWith(ending))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static List<byte[]> drafts(Letter letter) throws IOException {
        List<byte[]> drafts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file(letter, ".zip")))) {
            while (zip.getNextEntry() != null) {
                drafts.add(zip.readAllBytes());
            }
        }
        return drafts;
    }

    private static String textOf(byte[] docx) throws IOException {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        }
    }

    private static String textOfOnePage(Letter letter) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file(letter, ".pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            PDPage page = pdf.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842f);
            for (COSName font : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                assertThat(page.getResources().getFont(font).getName()).contains("Roboto");
            }
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static WeeklyDigest monstrous(LocalDate day) {
        List<Agency> units = IntStream.range(0, 200)
                .mapToObj(i -> LetterCast.unit(
                        "u" + i,
                        EVIL + " " + i + " và các đơn vị trực thuộc có tên rất dài".repeat(i % 4),
                        Level.DEPARTMENT,
                        ""))
                .toList();
        List<Finding> open = new ArrayList<>();
        for (Agency unit : units) {
            open.add(late(unit, day, State.OVERDUE));
            open.add(late(unit, day, State.AT_RISK));
        }
        Promise promise = new Promise(open.get(0).key(), day.minusDays(3), "x", "x", Instant.EPOCH);
        List<Heat.Column> columns = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> new Heat.Column("PAR " + i, "Tiêu chí có tên rất dài ".repeat(6), "II.2.1." + i))
                .toList();
        Digest digest = new Digest(
                day,
                new Scope("phụ trách rất nhiều lĩnh vực ".repeat(3).strip(), Set.of("u0")),
                List.of(new Standing(day.minusWeeks(1), 1, 400), new Standing(day, 0, 400)),
                Map.of(State.OVERDUE, 200L, State.AT_RISK, 200L),
                new Changes(200, 100, open),
                units.stream().map(unit -> new UnitLine(unit, 0, 0, 1, 1, 0, 0)).toList(),
                open,
                List.of(),
                open.stream().map(finding -> new Broken(finding, promise, 3)).toList(),
                new Heat(
                        columns,
                        units.stream()
                                .map(unit -> new Heat.Row(
                                        unit,
                                        IntStream.range(0, 13)
                                                .mapToObj(i -> new Heat.Cell(i, 100 + i))
                                                .toList()))
                                .toList()),
                units,
                units,
                7);
        return new WeeklyDigest(CHAIRMAN, day, digest);
    }

    private static Finding late(Agency unit, LocalDate day, State state) {
        return new SampleFinding(
                        unit,
                        day,
                        "II.1.a-0" + (state == State.OVERDUE ? 1 : 2),
                        "=1+1 & <b>nhiệm vụ</b> dài".repeat(5))
                .dueByAssumption(LocalDate.of(2017, 9, 30), LocalDate.of(2017, 10, 2))
                .as(state, "HAN-06");
    }
}
