package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.letter;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.queued;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.MessageId;

/** What goes with a letter, after the journey. */
class AttachmentsTest {
    private static final MimeComposer COMPOSER = new MimeComposer(SENDER, null);
    private static final Attachment CALENDAR = Attachment.file(
            "han-so-noi-vu.ics",
            "text/calendar; charset=UTF-8; method=PUBLISH",
            "BEGIN:VCALENDAR\r\nSUMMARY:Hạn nộp báo cáo\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
    private static final Attachment FORM = Attachment.file(
            "mau-bao-cao-so-noi-vu-2017-12-18.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            noise(5000));
    private static final Attachment CHART = Attachment.picture("xu-huong.png", "xu-huong@dondoc", noise(300));

    @Test
    void files_stand_beside_the_letter_and_pictures_within_it() throws Exception {
        MimeMultipart mixed = content(letterTo("so-noi-vu").with(List.of(CALENDAR, CHART, FORM)));
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(3);
        MimeMultipart related = inner(mixed);
        assertThat(related.getContentType()).startsWith("multipart/related").contains("type=\"multipart/alternative\"");
        assertThat(related.getCount()).isEqualTo(2);
        MimeMultipart alternative = inner(related);
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(SampleLetters.TEXT);
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo(SampleLetters.HTML);

        assertThat(bytes(related.getBodyPart(1))).isEqualTo(CHART.content());
        assertThat(bytes(mixed.getBodyPart(1))).isEqualTo(CALENDAR.content());
        assertThat(bytes(mixed.getBodyPart(2))).isEqualTo(FORM.content());
    }

    @Test
    void a_level_that_nothing_needs_is_left_out() throws Exception {
        Letter plain = letterTo("so-noi-vu");
        assertThat(content(plain).getContentType()).startsWith("multipart/alternative");
        assertThat(content(plain.with(List.of(CHART))).getContentType()).startsWith("multipart/related");
        MimeMultipart mixed = content(plain.with(List.of(FORM)));
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(inner(mixed).getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void the_calendar_says_what_it_is_in_the_way_that_calendars_read() throws Exception {
        BodyPart part = content(letterTo("so-noi-vu").with(List.of(CALENDAR))).getBodyPart(1);
        assertThat(unfolded(part, "Content-Type"))
                .isEqualTo("text/calendar; charset=UTF-8; method=PUBLISH; name=han-so-noi-vu.ics");
        assertThat(unfolded(part, "Content-Disposition")).isEqualTo("attachment; filename=han-so-noi-vu.ics");
        assertThat(unfolded(part, "Content-Transfer-Encoding")).isEqualTo("base64");
        assertThat(part.getHeader("Content-ID")).isNull();
    }

    @Test
    void a_picture_is_found_by_its_content_id() throws Exception {
        MimeBodyPart part = (MimeBodyPart)
                content(letterTo("so-noi-vu").with(List.of(CHART))).getBodyPart(1);
        assertThat(part.getContentID()).isEqualTo("<xu-huong@dondoc>");
        assertThat(part.getDisposition()).isEqualTo("inline");
        assertThat(unfolded(part, "Content-Type")).isEqualTo("image/png; name=xu-huong.png");
    }

    @Test
    void the_same_letter_gives_the_same_bytes_in_short_lines_of_ascii() throws Exception {
        Letter letter = letterTo("so-noi-vu").with(List.of(CALENDAR, CHART, FORM));
        byte[] bytes = composed(letter);
        assertThat(composed(letter)).isEqualTo(bytes);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).matches("(?s)\\p{ASCII}*");
        // a media type cannot be folded, and that of a workbook alone has 65 letters
        assertThat(raw.lines().filter(line -> !line.startsWith("Content-Type: application/")))
                .allMatch(line -> line.length() <= 78);
        assertThat(raw.lines().filter(line -> line.startsWith("--=_") && line.endsWith("--")))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Mẫu báo cáo Đức Phổ.xlsx, Mau-bao-cao-Duc-Pho.xlsx",
        "../../etc/passwd, etc-passwd",
        ".htaccess, htaccess",
        "'a\"; x=\"b\r\nBcc: c.ics', a-x-b-Bcc-c.ics",
        "≠, tep"
    })
    void a_file_name_is_plain_ascii_without_a_folder(String name, String safe) throws Exception {
        Attachment attachment = Attachment.file(name, "text/plain", new byte[] {'x'});
        BodyPart part = content(letterTo("so-noi-vu").with(List.of(attachment))).getBodyPart(1);
        assertThat(part.getFileName()).isEqualTo(safe);
        assertThat(unfolded(part, "Content-Disposition")).isEqualTo("attachment; filename=" + safe);
    }

    @Test
    void a_media_type_that_is_none_is_refused_for_good() {
        Letter letter = letterTo("so-noi-vu").with(List.of(Attachment.file("a.bin", "không rõ", new byte[1])));
        assertThatThrownBy(() -> COMPOSER.compose(queued(letter)))
                .isInstanceOfSatisfying(
                        MailException.class,
                        refusal -> assertThat(refusal.permanent()).isTrue());
    }

    @Test
    void a_real_mail_server_passes_all_of_it_on() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            SmtpTransport transport = SampleLetters.smtp(server.getSmtp().getPort());
            transport.send(queued(letterTo("so-noi-vu").with(List.of(CALENDAR, CHART, FORM))));
            MimeMultipart mixed = (MimeMultipart) server.getReceivedMessages()[0].getContent();
            assertThat(bytes(inner(mixed).getBodyPart(1))).isEqualTo(CHART.content());
            assertThat(bytes(mixed.getBodyPart(1))).isEqualTo(CALENDAR.content());
            assertThat(bytes(mixed.getBodyPart(2))).isEqualTo(FORM.content());
        } finally {
            server.stop();
        }
    }

    @Test
    void letters_about_one_unit_fold_into_one_conversation() throws Exception {
        Letter reminder = letterTo("so-noi-vu");
        Letter alert = letter("so-noi-vu", LetterKind.ALERT, "khac@quangngai.example", List.of(), "Cảnh báo");
        Letter other = letterTo("so-y-te");

        String root = MessageId.of("thread|so-noi-vu", SampleLetters.SENDER_ADDRESS);
        assertThat(thread(reminder)).containsExactly(root, root);
        assertThat(thread(alert)).containsExactly(root, root);
        assertThat(thread(other)).doesNotContain(root);
        assertThat(parse(reminder).getMessageID())
                .isEqualTo(queued(reminder).messageId())
                .isNotEqualTo(root);
    }

    @Test
    void digests_fold_by_their_recipient() throws Exception {
        Letter digest = letter("Chủ tịch", LetterKind.DIGEST, "ct@quangngai.example", List.of(), "Tổng hợp");
        Letter deputys = letter("Chủ tịch", LetterKind.DIGEST, "pct@quangngai.example", List.of(), "Tổng hợp");

        String root = MessageId.of("thread|ct@quangngai.example", SampleLetters.SENDER_ADDRESS);
        assertThat(thread(digest)).containsExactly(root, root);
        assertThat(thread(deputys)).doesNotContain(root);
    }

    private static List<String> thread(Letter letter) throws Exception {
        MimeMessage read = parse(letter);
        return List.of(read.getHeader("In-Reply-To", null), read.getHeader("References", null));
    }

    private static MimeMultipart content(Letter letter) throws Exception {
        return (MimeMultipart) parse(letter).getContent();
    }

    private static MimeMultipart inner(MimeMultipart outer) throws Exception {
        return (MimeMultipart) outer.getBodyPart(0).getContent();
    }

    private static MimeMessage parse(Letter letter) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(composed(letter)));
    }

    private static byte[] composed(Letter letter) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        COMPOSER.compose(queued(letter)).message().writeTo(out);
        return out.toByteArray();
    }

    private static String unfolded(BodyPart part, String header) throws Exception {
        return String.join("|", part.getHeader(header)).replaceAll("\\s*\r\n\\s+", " ");
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(881).nextBytes(bytes);
        return bytes;
    }
}
