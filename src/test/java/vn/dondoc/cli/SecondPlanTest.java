package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** README's recipe “Viết một kế hoạch mới”, step by step: another Decision, year, province and office, by files alone. */
class SecondPlanTest {
    private static final Pattern OF_THE_FIRST_PLAN = Pattern.compile(
            "(?iu)\\b881\\b|plan-881|quảng ngãi|quangngai|\\bpapi\\b|par index|sở nội vụ tỉnh|snv-cchc|bình sơn");
    private static final String PLAN = "ke-hoach-cds-2026";
    private static final String PAPER = "\"evidence\":[{\"ref\":\"12/KH-SYT\",\"date\":\"2026-02-20\"}]";
    private static final String DECISION = "Quyết định 77/QĐ-UBND";

    @TempDir
    private Path home;

    @TempDir
    private Path out;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    @BeforeEach
    void the_recipe_is_followed() throws IOException {
        TemporaryHome.in(home);
        dondoc = new CommandLine(home);
        copyPlan("ke-hoach-mau", PLAN);
        copy("config/don-vi-mau/agencies.csv", "config/agencies.csv");
        copy("config/don-vi-mau/leaders.yaml", "config/leaders.yaml");
        TemporaryHome.configure(
                home,
                "folder: " + PLAN,
                "name: \"Sở Khoa học và Công nghệ\"",
                "fullName: \"Sở Khoa học và Công nghệ tỉnh Sông Lam\"",
                "above: \"UBND tỉnh Sông Lam\"",
                "symbol: \"SKHCN-CĐS\"",
                "place: \"Sông Lam\"",
                "contact: \"Đầu mối chuyển đổi số\"",
                "from: \"don-doc@songlam.example\"",
                "fromName: \"Hệ thống Đôn Đốc - Sở Khoa học và Công nghệ\"",
                "release: none");
        edit(PLAN, "plan.yaml", "9999/QĐ-UBND", "77/QĐ-UBND");
        edit(PLAN, "duties.csv", "31/03; 30/06; 30/09; 31/12", "25/03; 25/06; 25/09; 25/12");
        edit(PLAN, "duties.csv", "05/03; 05/06; 05/09; 05/12", "04/03; 04/06; 04/09; 04/12");
        edit(PLAN, "mau.cases.yaml", "asOf: \"04/03/2026\"", "asOf: \"03/03/2026\"");
    }

    @Test
    void the_copied_and_edited_plan_is_checked_tried_and_covered() {
        assertThat(dondoc.type("rules", "check")).isEqualTo(new Answer(0, "Không có lỗi.\n", ""));
        assertThat(dondoc.type("rules", "test").out()).endsWith(" ví dụ, 0 không đúng.\n");
        assertThat(dondoc.type("rules", "coverage").out())
                .contains("4 điều khoản, 0 đoạn chưa có nhiệm vụ.", " quy tắc, 0 chưa đủ ví dụ.");
        assertThat(dondoc.type("duties").out())
                .contains("11 nhiệm vụ", "25/03; 25/06; 25/09; 25/12")
                .doesNotContainPattern(OF_THE_FIRST_PLAN);
    }

    @Test
    void units_report_and_get_letters_of_the_new_plan_and_leaders_a_digest_with_drafts() throws Exception {
        dondoc.setClock("2026-04-06T07:10");
        submit("so-y-te", "2026", "II.1-01", "\"status\":\"done\",\"completedOn\":\"2026-02-20\"," + PAPER);
        says(dondoc.type("explain", "so-y-te", "II.1-01"), "đạt", "mục II.1");
        says(dondoc.type("run", "morning-check"), "nhắc việc");
        says(dondoc.type("run", "weekly-digest"), "bản tổng hợp tuần");
        says(dondoc.type("run", "send"), "Đã gửi");
        says(dondoc.type("check"), "phuong-mau", "II.2-01", "quá hạn");
        says(dondoc.type("why", "so-tai-chinh", "--on", "2026-04-06"), "II.1-01");

        Path sent = home.resolve("data/letters");
        assertThat(letterTo(sent, "so-tai-chinh@songlam.example"))
                .contains("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sông Lam, ngày 06 tháng 4 năm 2026")
                .contains("Kính gửi: Giám đốc Sở Tài chính", "Thực hiện Quyết định số 77/QĐ-UBND ngày 15/01/2026")
                .contains("(sau đây gọi tắt là " + DECISION + ")", "mục II.1", "28/02/2026")
                .contains("Ban hành kế hoạch chuyển đổi số năm 2026", "BEGIN mau-bao-cao", ".ics");
        assertThat(letterTo(sent, "so-y-te@songlam.example"))
                .contains("Báo cáo kết quả chuyển đổi số hằng quý")
                .doesNotContain("Số, ngày văn bản ban hành kế hoạch");
        assertThat(letterTo(sent, "chu-tich@songlam.example"))
                .contains("UBND TỈNH SÔNG LAM", "/SKHCN-CĐS", "Sông Lam, ngày tháng năm 2026")
                .contains("BEGIN don-doc-ubnd-xa-mau-2026-04-06.docx", "CĐS 1")
                .doesNotContain("cấp huyện");
        letters(sent).forEach(letter -> assertThat(letter).doesNotContainPattern(OF_THE_FIRST_PLAN));
    }

    @Test
    void a_commune_without_a_district_goes_up_to_the_office_and_then_to_the_leaders() throws Exception {
        Path digest = home.resolve("schedules/weekly-digest.yaml");
        Files.writeString(digest, Files.readString(digest).replace("enabled: true", "enabled: false"));
        dondoc.setClock("2026-02-26T10:00");
        submit("so-y-te", "2026", "II.1-01", "\"status\":\"done\",\"completedOn\":\"2026-02-20\"," + PAPER);
        submit("so-y-te", "2026", "II.1-07", "\"status\":\"done\",\"completedOn\":\"2026-02-20\"," + PAPER);
        submit("so-y-te", "2026-Q1", "II.1-02", "\"status\":\"done\",\"completedOn\":\"2026-02-20\"," + PAPER);
        submit("so-y-te", "2026", "I-03", "\"status\":\"in-progress\",\"numerator\":950,\"denominator\":1000");
        dondoc.setClock("2026-03-30T10:00");
        submit("phuong-mau", "2026", "II.2-01", "\"status\":\"in-progress\"");
        says(dondoc.type("simulate", "--from", "2026-03-02", "--to", "2026-05-22", "--out", out.toString()), "Thư:");
        List<String> letters = letters(out.resolve("letters"));
        assertThat(letters).hasSizeGreaterThan(30);
        letters.forEach(letter -> assertThat(letter)
                .doesNotContainPattern(OF_THE_FIRST_PLAN)
                .doesNotContain("ubnd-tinh@songlam.example", "cấp huyện"));
        isAmong(letters, "To: phong-cds@songlam.example", "UBND xã Mẫu: 1 nhiệm vụ quá hạn");
        isAmong(letters, "To: chu-tich@songlam.example", "UBND phường Mẫu: 1 nhiệm vụ vi phạm");
        isAmong(letters, "[Cảnh báo vi phạm]", "To: phuong-mau@songlam.example", "mục II.2");
        isAmong(letters, "Kính gửi: Đầu mối chuyển đổi số Sở Y tế");
        for (String page : List.of("index.html", "letters.csv", "thang-2026-04.html")) {
            assertThat(Files.readString(out.resolve(page))).as(page).doesNotContainPattern(OF_THE_FIRST_PLAN);
        }
    }

    @Test
    void another_plan_in_the_same_home_is_an_edit_like_any_other_once_no_code_is_used_twice() throws Exception {
        dondoc.setClock("2026-04-06T07:10");
        assertThat(publish().exit()).isZero();
        dondoc.type("run", "morning-check");
        copyPlan(PLAN, "ke-hoach-khac");
        TemporaryHome.configure(home, "folder: ke-hoach-khac");
        edit("ke-hoach-khac", "plan.yaml", "77/QĐ-UBND", "88/QĐ-UBND");

        dondoc.setClock("2026-04-07T07:10");
        assertThat(publish().exit()).isEqualTo(1);
        assertThat(publish().out() + publish().err()).contains("mã “I-01” đã dùng trong kế hoạch đang áp dụng");
        for (String file : List.of("duties.csv", "targets.dslr", "mau.cases.yaml", "nhac.cases.yaml")) {
            edit("ke-hoach-khac", file, "(?m)(^|duty: |\")(I|II\\.[12])-0", "$1B.$2-0");
        }
        assertThat(publish().exit()).isZero();
        dondoc.type("run", "morning-check");
        says(dondoc.type("check"), "B.II.1-01");
        assertThat(dondoc.type("check").out()).doesNotContain(" II.1-01");
        says(dondoc.type("check", "--as-of", "2026-04-06"), " II.1-01");
        says(dondoc.type("explain", "so-tai-chinh", "B.II.1-01"), "mục II.1", "quá hạn");
        assertThat(dondoc.type("outbox", "list").out().lines().filter(line -> line.contains("2026-04-06")))
                .as("letters of the plan before that still waited")
                .isNotEmpty()
                .allMatch(line -> line.contains("đã hủy"));

        replace("config/agencies.csv", "Sở Tài chính", "Sở Kế hoạch - Tài chính");
        replace("rules/ke-hoach-khac/duties.csv", ",Sở Tài chính,", ",Sở Kế hoạch - Tài chính,");
        dondoc.setClock("2026-04-13T07:30");
        says(dondoc.type("run", "weekly-digest"), "2 bản tổng hợp tuần");

        Answer back = dondoc.type("rules", "rollback", "1", "--by", "Nguyễn Thị A", "--reason", "Quay lại");
        assertThat(back.exit()).isEqualTo(1);
        assertThat(back.out() + back.err()).contains("plan.folder: " + PLAN);
        assertThat(Files.readString(home.resolve("rules/ke-hoach-khac/plan.yaml")))
                .contains("88/QĐ-UBND");
    }

    @Test
    void a_plan_is_the_same_version_whatever_happens_to_the_other_plans_beside_it() throws IOException {
        dondoc.setClock("2026-02-02T08:00");
        publish();
        Files.writeString(home.resolve("rules/plan-881/duties.csv"), "hỏng");
        assertThat(publish().exit()).isZero();
        assertThat(dondoc.type("rules", "history", "--format", "json").json().findValues("version"))
                .hasSize(1);
    }

    private Answer publish() {
        return dondoc.type("rules", "publish", "--by", "Nguyễn Thị A", "--reason", "Theo kế hoạch");
    }

    private void submit(String unit, String period, String duty, String answer) throws IOException {
        Path report = Files.writeString(
                home.resolve("bao-cao.json"),
                "{\"agency\":\"" + unit + "\",\"period\":\"" + period + "\",\"entries\":[{\"duty\":\"" + duty + "\","
                        + answer + "}]}");
        Answer receipt = dondoc.type("submit", report.toString());
        assertThat(receipt.exit()).as(receipt.toString()).isZero();
    }

    /** The command answered this, and nothing of the first plan. */
    private static void says(Answer answer, String... words) {
        assertThat(answer.out()).as(answer.err()).contains(words).doesNotContainPattern(OF_THE_FIRST_PLAN);
    }

    private static void isAmong(List<String> letters, String... words) {
        assertThat(letters.stream().filter(letter -> Stream.of(words).allMatch(letter::contains)))
                .as(List.of(words) + " in a letter")
                .isNotEmpty();
    }

    /** Every letter, decoded: headers, words, and what is in its files. */
    private static List<String> letters(Path folder) throws Exception {
        List<String> letters = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage letter = new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), in);
                    letters.add("To: " + letter.getAllRecipients()[0] + "\nFrom: " + letter.getFrom()[0] + "\n"
                            + letter.getSubject() + "\n" + wordsOf(letter).replaceAll("\\s+", " "));
                }
            }
        }
        return letters;
    }

    private static String letterTo(Path folder, String address) throws Exception {
        return letters(folder).stream()
                .filter(letter -> letter.startsWith("To: " + address))
                .collect(Collectors.joining("\n"));
    }

    private static String wordsOf(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                words.append(wordsOf(parts.getBodyPart(i))).append('\n');
            }
            return words.toString();
        }
        String name = String.valueOf(part.getFileName());
        try (InputStream in = part.getInputStream()) {
            return "BEGIN " + name + " " + wordsOf(name, in.readAllBytes());
        }
    }

    private static String wordsOf(String name, byte[] content) throws IOException {
        if (name.endsWith(".pdf")) {
            try (var page = Loader.loadPDF(content)) {
                return new PDFTextStripper().getText(page);
            }
        }
        if (name.matches(".*\\.(docx|xlsx|zip)")) {
            StringBuilder words = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    words.append("BEGIN ").append(entry.getName()).append(' ');
                    words.append(wordsOf(entry.getName(), zip.readAllBytes())).append('\n');
                }
            }
            return words.toString();
        }
        return name.endsWith(".png")
                ? ""
                : new String(content, StandardCharsets.UTF_8)
                        .replace("\r\n ", "")
                        .replaceAll("<[^>]*>", "");
    }

    private void copyPlan(String from, String to) throws IOException {
        Files.createDirectory(home.resolve("rules").resolve(to));
        try (Stream<Path> files = Files.list(home.resolve("rules").resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve("rules").resolve(to).resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.write(home.resolve(to), Files.readAllBytes(home.resolve(from)));
    }

    private void edit(String plan, String file, String before, String after) throws IOException {
        replace("rules/" + plan + "/" + file, before, after);
    }

    /** @param before a regular expression */
    private void replace(String file, String before, String after) throws IOException {
        Path edited = home.resolve(file);
        String text = Files.readString(edited);
        assertThat(text).containsPattern(before);
        Files.writeString(edited, text.replaceAll(before, after));
    }
}
