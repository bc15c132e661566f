package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.cli.PostOffice.DISTRICT;
import static vn.dondoc.cli.PostOffice.HEALTH;
import static vn.dondoc.cli.PostOffice.JUSTICE;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit answers its letter by mail: what is taken, what is said to it, and what waits for a person. */
class RepliesTest {
    private static final String HEADINGS = "agency,period,duty,status,completedOn,evidenceRef,evidenceDate\n";
    private static final String DONE = ",2017-Q3,III.1-03,done,2017-12-15,12/BC,2017-12-15\n";
    private static final String ENTRIES = "SELECT agency || ' ' || duty || ' ' || period FROM entry ORDER BY id";

    @TempDir
    private Path home;

    private PostOffice post;

    @BeforeEach
    void letters_go_out() throws Exception {
        post = new PostOffice(home);
    }

    @AfterEach
    void close() {
        post.close();
    }

    private static String report(String unit) {
        return HEADINGS + unit + DONE;
    }

    private static byte[] workbook(String... rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "mau", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Báo cáo");
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].strip().split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return out.toByteArray();
    }

    private MimeMessage onlyAnswerTo(String address) throws Exception {
        List<MimeMessage> answers = post.answersTo(address);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private List<String> promises() throws Exception {
        return post.rows("SELECT agency || ' ' || until FROM promise ORDER BY id");
    }

    // ---- what a letter says, and what it carries

    @Test
    void a_letter_tells_how_to_answer_and_carries_its_mark_where_answers_bring_it_back() throws Exception {
        MimeMessage letter = post.letterTo(JUSTICE);
        assertThat(PostOffice.text(letter)).contains("ghi “hẹn ngày” và ngày nộp", "được nhận như báo cáo");
        assertThat(letter.getHeader("References", " ")).containsPattern("<[0-9a-f]{40}\\.tra-loi@quangngai\\.example>");
        assertThat(letter.getReplyTo()[0].toString()).contains("don-doc@quangngai.example");
    }

    // ---- reports

    @Test
    void a_workbook_is_taken_as_a_report_and_answered_with_the_workbook() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .saying("Kính gửi báo cáo của đơn vị.")
                .enclosing("bao-cao.xlsx", workbook(HEADINGS, "so-tu-phap" + DONE))
                .written());
        assertThat(post.readMailbox()).contains("Lấy 1 thư; xử lý 1, chờ người 0", "kết luận thay đổi");
        assertThat(post.rows(ENTRIES)).containsExactly("so-tu-phap III.1-03 2017-Q3");
        MimeMessage answer = onlyAnswerTo(JUSTICE);
        assertThat(answer.getSubject()).isEqualTo("[Trả lời] Đã nhận báo cáo: 1 mục");
        assertThat(PostOffice.text(answer))
                .contains("ĐÃ NHẬN", "III.1-03", "quý III năm 2017", "[bao-cao-tra-loi.xlsx]")
                .doesNotContain("KHÔNG NHẬN");
        assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo("<tra-loi-1@may.quangngai.example>");
        assertThat(answer.getHeader("References", " ")).contains("<tra-loi-1@may.quangngai.example>");
        assertThat(post.everythingIsSeen()).isTrue();
    }

    @Test
    void of_a_form_in_which_one_row_was_filled_in_the_answer_says_how_many_were_left_as_printed() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .written());
        post.readMailbox();
        Path form = home.resolve("mau.xlsx");
        post.type("template", "--agency", "so-tu-phap", "--period", "2017-Q3", "--out", form.toString());

        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("mau.xlsx", withFirstEmptyRowReported(form))
                .written());
        post.readMailbox();

        assertThat(post.rows(ENTRIES)).hasSize(2);
        List<MimeMessage> answers = post.answersTo(JUSTICE);
        assertThat(PostOffice.text(answers.get(answers.size() - 1)))
                .contains("Đã nhận báo cáo: 1 mục")
                .containsPattern("mau\\.xlsx: giữ nguyên như in sẵn, không ghi\\s+lại: 1 nhiệm vụ");
    }

    private static byte[] withFirstEmptyRowReported(Path form) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(form))) {
            for (Row row : workbook.getSheet("Báo cáo")) {
                if (row.getCell(3) == null
                        || row.getCell(3).getStringCellValue().isEmpty()) {
                    row.getCell(3).setCellValue("đang thực hiện");
                    break;
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void what_is_wrong_in_a_report_is_said_with_its_place_and_what_to_write_instead() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", HEADINGS + "so-tu-phap,2017-Q3,III.1-99,done,31/02/2017,,\n")
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).isEmpty();
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Chưa nhận báo cáo: 2 chỗ cần sửa", "KHÔNG NHẬN", "bao-cao.csv", "III.1-99", "CẦN LÀM: sửa");
    }

    @Test
    void of_two_files_each_is_taken_for_itself() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .enclosing("anh.png", "PNG")
                .enclosing("bao-cao.json", "{\"agency\":\"so-tu-phap\",\"period\":\"2017-H1\",\"entries\":[]}")
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).hasSize(1);
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Đã nhận báo cáo: 1 mục; 2 chỗ cần sửa", "bao-cao.json", "anh.png: không phải tệp báo cáo");
    }

    @Test
    void a_report_for_another_unit_is_refused_with_the_reason() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", report("so-y-te"))
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).isEmpty();
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("người gửi không được báo cáo cho đơn vị “so-y-te”", "chỉ ghi Sở Tư pháp");
    }

    @Test
    void a_district_reports_for_its_communes_and_for_no_others() throws Exception {
        String own = HEADINGS + "522" + DONE;
        post.deliver(post.answerFrom(DISTRICT).enclosing("huyen.csv", own).written());
        post.deliver(post.answerFrom(DISTRICT)
                .header("Message-ID", "<2@x.example>")
                .enclosing("xa.csv", report("21172"))
                .written());
        post.deliver(post.answerFrom(DISTRICT)
                .header("Message-ID", "<3@x.example>")
                .enclosing("huyen-khac.csv", report("524"))
                .written());
        post.readMailbox();
        List<MimeMessage> answers = post.answersTo(DISTRICT);
        assertThat(answers).hasSize(3);
        assertThat(PostOffice.text(answers.get(0))).contains("Đã nhận báo cáo: 1 mục");
        assertThat(PostOffice.text(answers.get(1))).doesNotContain("không được báo cáo cho đơn vị");
        assertThat(PostOffice.text(answers.get(2)))
                .contains("không được báo cáo cho đơn vị “524”", "UBND thành phố Quảng Ngãi và các xã trực thuộc");
        assertThat(post.rows(ENTRIES)).contains("522 III.1-03 2017-Q3").doesNotContain("524 III.1-03 2017-Q3");
    }

    // ---- words

    @Test
    void a_day_that_is_promised_counts_for_what_the_letter_asks() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .saying("Sở Tư pháp đã nhận thư. Đơn vị hẹn nộp báo cáo vào ngày 05/01/2018.\n\nTrân trọng\n"
                        + "> hẹn ngày 01/02/2018")
                .written());
        post.readMailbox();
        assertThat(promises()).isNotEmpty().allMatch("so-tu-phap 2018-01-05"::equals);
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Đã ghi ngày hẹn nộp 05/01/2018 cho " + promises().size() + " nhiệm vụ");
        assertThat(post.list()).contains("đã xử lý", "hẹn nộp", "đến hết ngày 05/01/2018");
    }

    @Test
    void a_page_without_plain_text_and_marks_is_understood() throws Exception {
        post.deliver(post.answerFrom(HEALTH)
                .page(
                        "<html><body><p>Don vi <b>hen ngay</b> 5/1.</p><blockquote>hẹn ngày 9/1/2018</blockquote></body></html>")
                .written());
        post.readMailbox();
        assertThat(promises()).isNotEmpty().allMatch("so-y-te 2018-01-05"::equals);
    }

    @Test
    void a_day_too_far_away_is_refused_with_what_to_write() throws Exception {
        post.deliver(post.answerFrom(JUSTICE).saying("Hẹn ngày 31/12/2018").written());
        post.readMailbox();
        assertThat(promises()).isEmpty();
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Chưa ghi được ngày hẹn nộp", "ngày 31/12/2018 xa quá 60 ngày", "chọn từ ngày 18/12/2017");
    }

    @Test
    void a_letter_that_was_promised_for_once_is_not_promised_for_again() throws Exception {
        post.deliver(post.answerFrom(JUSTICE).saying("Hẹn ngày 05/01/2018").written());
        post.readMailbox();
        int given = promises().size();
        post.deliver(post.answerFrom(JUSTICE)
                .header("Message-ID", "<2@x.example>")
                .saying("Hẹn ngày 12/01/2018")
                .written());
        post.readMailbox("2017-12-18T10:02");
        assertThat(promises()).hasSize(given);
        assertThat(PostOffice.text(post.answersTo(JUSTICE).get(1))).contains("thư này đã được hẹn");
    }

    @Test
    void a_unit_that_says_that_all_is_done_is_asked_for_the_report() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .saying("Sở Tư pháp đã hoàn thành các nhiệm vụ.")
                .written());
        post.readMailbox();
        assertThat(post.list()).contains("đã xử lý", "báo đã xong");
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Đã ghi nhận đơn vị báo đã xong", "CẦN LÀM: gửi báo cáo");
    }

    @Test
    void anything_else_waits_for_a_person_who_settles_it() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .saying("Đề nghị cho biết mẫu báo cáo lấy ở đâu?")
                .written());
        post.readMailbox();
        assertThat(post.answersTo(JUSTICE)).isEmpty();
        assertThat(post.list()).contains("chờ người xử lý", "so-tu-phap@", "thư cần người đọc");
        assertThat(post.type("replies", "show", "1").out()).contains("mẫu báo cáo lấy ở đâu?", "đơn vị: so-tu-phap");
        assertThat(post.type("replies", "settle", "1", "--by", "Phòng CCHC", "--done", "đã gọi điện")
                        .exit())
                .isZero();
        assertThat(post.type("replies", "settle", "1", "--by", "Phòng CCHC", "--done", "lần nữa")
                        .exit())
                .isEqualTo(1);
        assertThat(post.type("replies", "show", "1").out()).contains("đã xử lý", "Phòng CCHC", "đã gọi điện");
        assertThat(post.type("audit", "verify").exit()).isZero();
        assertThat(post.type("replies", "list", "--format", "json")
                        .json()
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("handled");
    }

    // ---- who wrote

    @Test
    void a_sender_whom_the_registry_does_not_know_waits_and_gets_no_answer() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header("From", "so-tu-phap@quangngai.example.evil.example")
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).isEmpty();
        assertThat(post.list()).contains("chờ người xử lý", "địa chỉ người gửi không có trong danh sách cơ quan");
        assertThat(post.send("2017-12-18T10:05")).contains("Đã gửi 0");
    }

    @Test
    void the_mark_of_a_letter_to_another_unit_does_not_do() throws Exception {
        post.deliver(post.answerFrom(HEALTH, post.letterTo(JUSTICE))
                .enclosing("bao-cao.csv", report("so-y-te"))
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).isEmpty();
        assertThat(post.list()).contains("mã trong thư là của thư gửi đơn vị khác");
    }

    @Test
    void a_message_id_alone_does_not_do_since_anybody_can_work_it_out() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header("References", post.letterTo(JUSTICE).getMessageID())
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .written());
        post.readMailbox();
        assertThat(post.rows(ENTRIES)).isEmpty();
        assertThat(post.list()).contains("thư không mang mã của thư nào hệ thống đã gửi");
    }

    @Test
    void a_mark_of_which_a_character_was_altered_does_not_do() throws Exception {
        String references = String.join(
                " ", post.letterTo(JUSTICE).getHeader("References", " ").split("\\s+"));
        int mark = references.indexOf(".tra-loi@");
        for (int place : List.of(mark - 40, mark - 21, mark - 20, mark - 1)) {
            char other = references.charAt(place) == '0' ? '1' : '0';
            post.deliver(post.answerFrom(JUSTICE)
                    .header("Message-ID", "<" + place + "@x.example>")
                    .header("References", references.substring(0, place) + other + references.substring(place + 1))
                    .saying("Hẹn ngày 05/01/2018")
                    .written());
        }
        post.readMailbox();
        assertThat(promises()).isEmpty();
        assertThat(post.rows("SELECT state FROM mail_reply")).hasSize(4).allMatch("waiting"::equals);
    }

    @Test
    void a_sender_whom_the_receiving_server_calls_forged_waits() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header("Authentication-Results", "mx.quangngai.example; spf=fail; dkim=none; dmarc=fail")
                .saying("Hẹn ngày 05/01/2018")
                .written());
        post.readMailbox();
        assertThat(promises()).isEmpty();
        assertThat(post.list()).contains("địa chỉ người gửi không xác thực");
    }

    // ---- machines

    @Test
    void a_report_that_came_through_a_list_waits_for_a_person_and_is_not_answered() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header("List-Id", "<cchc.quangngai.example>")
                .enclosing("bao-cao.csv", "agency,period,duty\n")
                .saying("Gửi báo cáo.")
                .written());
        assertThat(post.readMailbox()).contains("chờ người 1");
        assertThat(post.list()).contains("có tệp báo cáo");
        assertThat(post.send("2017-12-18T10:05")).contains("Đã gửi 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "X-Autoreply: yes",
                "Precedence: bulk",
                "List-Id: <ban-tin.example>",
                "X-Auto-Response-Suppress: All",
                "Subject: Tự động trả lời: vắng mặt",
                "Subject: Automatic reply: out",
                "From: MAILER-DAEMON@quangngai.example",
                "From: don-doc@quangngai.example",
                "X-DonDoc-Kind: reminder"
            })
    void what_a_machine_wrote_is_noted_and_never_answered(String sign) throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header(sign.substring(0, sign.indexOf(':')), sign.substring(sign.indexOf(':') + 2))
                .saying("Tôi vắng mặt, hẹn ngày 05/01/2018 trả lời.")
                .written());
        assertThat(post.readMailbox()).contains("chỉ ghi nhận 1");
        assertThat(promises()).isEmpty();
        assertThat(post.send("2017-12-18T10:05")).contains("Đã gửi 0");
    }

    @Test
    void nobody_gets_more_than_ten_answers_a_day() throws Exception {
        for (int number = 1; number <= 11; number++) {
            post.deliver(post.answerFrom(JUSTICE)
                    .header("Message-ID", "<" + number + "@x.example>")
                    .saying("Đã hoàn thành.")
                    .written());
        }
        assertThat(post.readMailbox()).contains("xử lý 11");
        assertThat(post.answersTo(JUSTICE)).hasSize(10);
        assertThat(post.list()).contains("không gửi thư trả lời: trong ngày đã trả lời địa chỉ này 10 thư");
    }

    @Test
    void a_letter_that_came_back_marks_its_address_and_is_told_once() throws Exception {
        String bounce = bounce("failed", JUSTICE, post.letterTo(JUSTICE).getMessageID());
        post.deliver(bounce);
        post.deliver(bounce.replace("Message-ID: <b1@", "Message-ID: <b2@"));
        assertThat(post.readMailbox()).contains("chỉ ghi nhận 2");
        assertThat(post.type("replies", "addresses").out()).contains(JUSTICE, "5.1.1", "User unknown", "1 địa chỉ");
        assertThat(post.type("outbox", "list").out()).containsOnlyOnce("[Vận hành] 1 địa chỉ thư không nhận được thư");
        post.readMailbox("2017-12-19T10:00");
        assertThat(post.type("outbox", "list").out()).containsOnlyOnce("địa chỉ thư không nhận được thư");
        assertThat(post.type("doctor").out()).contains(JUSTICE);
        assertThat(post.type("replies", "reachable", JUSTICE).exit()).isZero();
        assertThat(post.type("replies", "addresses").out()).contains("0 địa chỉ");
    }

    @Test
    void a_letter_that_is_late_marks_nothing_and_one_of_a_stranger_waits() throws Exception {
        post.deliver(bounce("delayed", JUSTICE, post.letterTo(JUSTICE).getMessageID()));
        post.deliver(
                bounce("failed", HEALTH, post.letterTo(JUSTICE).getMessageID()).replace("<b1@", "<b2@"));
        post.deliver(bounce("failed", JUSTICE, "<khong-co@quangngai.example>").replace("<b1@", "<b3@"));
        assertThat(post.readMailbox()).contains("chờ người 2, chỉ ghi nhận 1");
        assertThat(post.type("replies", "addresses").out()).contains("0 địa chỉ");
    }

    @Test
    void a_server_that_says_it_in_its_own_words_is_understood() throws Exception {
        post.deliver("From: MAILER-DAEMON@mx.quangngai.example\nTo: " + PostOffice.MAILBOX
                + "\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b1@mx.example>\n"
                + "Content-Type: text/plain; charset=UTF-8\n\nThis mail could not be delivered to <" + JUSTICE
                + ">.\n\n--- copy ---\nMessage-ID: " + post.letterTo(JUSTICE).getMessageID() + "\n");
        post.readMailbox();
        assertThat(post.type("replies", "addresses").out()).contains(JUSTICE, "1 địa chỉ");
    }

    private static String bounce(String action, String address, String messageId) {
        return "Return-Path: <>\nFrom: MAILER-DAEMON@mx.quangngai.example\nTo: " + PostOffice.MAILBOX
                + "\nSubject: Delivery Status Notification\nMessage-ID: <b1@mx.example>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_b\"\n\n"
                + "--=_b\nContent-Type: text/plain\n\nSorry.\n\n"
                + "--=_b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.quangngai.example\n\n"
                + "Final-Recipient: rfc822; " + address + "\nAction: " + action
                + "\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 User unknown\n\n"
                + "--=_b\nContent-Type: text/rfc822-headers\n\nMessage-ID: " + messageId + "\nSubject: x\n\n--=_b--\n";
    }

    // ---- once, and never lost

    @Test
    void a_message_that_lies_there_twice_or_comes_again_is_taken_once() throws Exception {
        String mail = post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .written();
        post.deliver(mail);
        post.deliver(mail);
        post.readMailbox();
        post.everythingIsUnseenAgain();
        assertThat(post.readMailbox("2017-12-18T10:02")).contains("Lấy 2 thư; xử lý 0");
        assertThat(post.rows(ENTRIES)).hasSize(1);
        onlyAnswerTo(JUSTICE);
    }

    @Test
    void after_a_crash_before_the_answer_was_queued_nothing_is_doubled_and_the_answer_goes_out() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("bao-cao.csv", report("so-tu-phap"))
                .written());
        post.deliver(post.answerFrom(HEALTH)
                .header("Message-ID", "<2@x.example>")
                .saying("Hẹn ngày 05/01/2018")
                .written());
        post.readMailbox();
        int promised = promises().size();
        post.change("DELETE FROM outbox WHERE reason = 'ANSWERED'");
        post.change("UPDATE mail_reply SET state = 'new', answered_on = NULL");

        post.readMailbox("2017-12-18T10:02");
        assertThat(post.rows(ENTRIES)).hasSize(1);
        assertThat(promises()).hasSize(promised);
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE))).contains("đã nhận trước đó");
        assertThat(PostOffice.text(onlyAnswerTo(HEALTH))).contains("Đã ghi ngày hẹn nộp 05/01/2018");
    }

    @Test
    void a_server_that_is_down_is_said_and_told_after_two_hours_and_loses_nothing() throws Exception {
        post.imapServerIsDown();
        assertThat(post.readMailbox()).contains("Không lấy được thư: không kết nối được hộp thư trên localhost");
        assertThat(post.type("outbox", "list").out()).doesNotContain("hộp thư trả lời");
    }

    // ---- hostile mail

    @Test
    void a_mail_that_is_too_large_is_answered_without_being_read() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("to.csv", "x".repeat(2_000_000))
                .written());
        post.readMailbox();
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE)))
                .contains("Chưa nhận được thư: thư nặng quá 1 MB", "chia thành");
        assertThat(post.rows("SELECT stored_path FROM mail_reply"))
                .allSatisfy(path -> assertThat(
                                home.resolve("data/received/" + path).toFile())
                        .hasSize(home.resolve("data/received/" + path).toFile().length())
                        .satisfies(file -> assertThat(file.length()).isLessThan(10_000)));
    }

    @Test
    void a_file_that_is_too_large_in_a_mail_that_is_not_is_refused() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .enclosing("to.csv", "x".repeat(1_080_000))
                .written());
        post.readMailbox();
        assertThat(PostOffice.text(onlyAnswerTo(JUSTICE))).contains("tệp nặng 1,0 MB, quá giới hạn 1,0 MB");
    }

    @Test
    void a_hostile_page_is_shown_as_harmless_words() throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .header("Subject", "=?UTF-8?B?PHNjcmlwdD7igK4K?= Bcc: x@x.example")
                .page(
                        "<script>alert(1)</script><img src=x onerror=alert(1)><style>x</style><p>Chào &lt;b&gt; \u202Ebạn</p>"
                                + "<iframe src='https://evil.example'></iframe>")
                .written());
        post.readMailbox();
        assertThat(post.rows("SELECT body FROM mail_reply"))
                .singleElement()
                .satisfies(body -> assertThat(body).isEqualTo("Chào <b> bạn"));
        assertThat(post.rows("SELECT subject FROM mail_reply"))
                .singleElement()
                .satisfies(subject -> assertThat(subject).doesNotContain("\n", "\r", "\u202E"));
    }

    @Test
    void mails_that_are_no_mails_wait_and_do_not_keep_the_others() throws Exception {
        String head = "multipart/mixed; boundary=\"=_x\"\n\n";
        PostOffice.Mail mail = post.answerFrom(JUSTICE);
        post.deliver(mail.header("Message-ID", "<1@x.example>")
                .over("Content-Type: " + head + "--=_x\nContent-Type: text/plain\n\nx\n".repeat(10_000) + "--=_x--\n"));
        post.deliver(mail.header("Message-ID", "<2@x.example>")
                .over("Content-Type: multipart/mixed\n\nkhông có ranh giới\n"));
        post.deliver(mail.header("Message-ID", "<3@x.example>")
                .over("Content-Type: text/plain; charset=khong-co-bang-ma\n\nxin chao\n"));
        post.deliver(mail.header("Message-ID", "<4@x.example>")
                .over("Content-Type: text/csv; name=\"x.csv\"\nContent-Transfer-Encoding: khong-co\n\nxin chao\n"));
        post.deliver(mail.header("Message-ID", "<5@x.example>").over("Content-Type: ;;;=\"\n\nxin chao\n"));
        post.deliver(mail.header("Message-ID", "<6@x.example>").over(nested(40)));
        post.deliver(mail.header("Message-ID", "<7@x.example>")
                .over("X-Dai: " + "a:\n b\n ".repeat(20_000) + "\n\nxin chao\n"));
        post.deliver("không phải thư\n\n\u0000\u0001");
        post.deliver(mail.header("Message-ID", "<9@x.example>")
                .saying("Hẹn ngày 05/01/2018")
                .written());
        assertThat(post.readMailbox()).contains("Lấy 9 thư").doesNotContain("Exception");
        assertThat(promises()).isNotEmpty();
        assertThat(post.rows("SELECT state FROM mail_reply ORDER BY id"))
                .doesNotContain("new")
                .hasSize(9);
        assertThat(post.keptMails()).isEqualTo(9);
    }

    private static String nested(int depth) {
        StringBuilder open = new StringBuilder("Content-Type: multipart/mixed; boundary=\"b0\"\n\n");
        for (int level = 0; level < depth; level++) {
            open.append("--b")
                    .append(level)
                    .append("\nContent-Type: multipart/mixed; boundary=\"b")
                    .append(level + 1);
            open.append("\"\n\n");
        }
        return open + "--b" + depth + "\n\nsâu\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@x.example>\n Bcc: <b@x.example>", "<<a@x.example>", "a b c", "<a\tb@x.example>", "<>"})
    void what_stands_in_a_message_id_never_becomes_a_header_of_ours(String id) throws Exception {
        post.deliver(post.answerFrom(JUSTICE)
                .saying("Đã hoàn thành.")
                .written()
                .replace("<tra-loi-1@may.quangngai.example>", id));
        post.readMailbox();
        MimeMessage answer = onlyAnswerTo(JUSTICE);
        assertThat(answer.getHeader("Bcc")).isNull();
        assertThat(answer.getHeader("In-Reply-To", null)).matches("<[^<>\\s]+>");
    }
}
