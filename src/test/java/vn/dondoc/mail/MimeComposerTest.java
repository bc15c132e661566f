package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.SUBJECT;
import static vn.dondoc.mail.SampleLetters.letter;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.queued;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.QueuedLetter;

class MimeComposerTest {
    private static final MimeComposer COMPOSER = new MimeComposer(SENDER, null);

    @Test
    void a_vietnamese_letter_reads_the_same_after_the_journey() throws Exception {
        MimeMessage read = parse(bytes(COMPOSER, queued(letterTo("so-noi-vu"))));

        assertThat(read.getSubject()).isEqualTo(SUBJECT);
        InternetAddress from = (InternetAddress) read.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Sở Nội vụ tỉnh Quảng Ngãi");
        assertThat(from.getAddress()).isEqualTo("nhac-viec@quangngai.example");
        assertThat(body(read, 0)).isEqualTo(SampleLetters.TEXT);
        assertThat(body(read, 1)).isEqualTo(SampleLetters.HTML);
        assertThat(part(read, 0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(part(read, 1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(read.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void the_headers_say_who_when_and_why() throws Exception {
        QueuedLetter letter = queued(letterTo("so-noi-vu", "cchc.so-noi-vu@quangngai.example"));
        MimeMessage read = parse(bytes(COMPOSER, letter));

        assertThat(read.getHeader("Message-ID")).containsExactly(letter.messageId());
        assertThat(read.getHeader("Date")).containsExactly("Mon, 18 Dec 2017 07:30:00 +0700");
        assertThat(read.getHeader("To")).containsExactly("so-noi-vu@quangngai.example");
        assertThat(read.getHeader("Cc")).containsExactly("cchc.so-noi-vu@quangngai.example");
        assertThat(read.getHeader("Reply-To")).containsExactly("cchc@quangngai.example");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(read.getHeader("X-DonDoc-Kind")).containsExactly("reminder");
        assertThat(read.getHeader("X-DonDoc-Reason")).containsExactly("due-soon");
        assertThat(read.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void the_same_letter_gives_the_same_bytes() throws Exception {
        QueuedLetter letter = queued(letterTo("so-noi-vu"));
        assertThat(bytes(COMPOSER, letter)).isEqualTo(bytes(COMPOSER, letter));
    }

    @Test
    void what_travels_is_ascii_in_short_lines() throws Exception {
        String longSubject = (SUBJECT + " ").repeat(4).strip();
        Letter letter = letter("so-noi-vu", LetterKind.REMINDER, "so-noi-vu@quangngai.example", List.of(), longSubject);
        byte[] bytes = bytes(COMPOSER, queued(letter));

        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).matches("\\p{ASCII}*");
        assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
        assertThat(parse(bytes).getSubject()).isEqualTo(longSubject);
    }

    @Test
    void decomposed_vietnamese_is_composed() throws Exception {
        String decomposed = Normalizer.normalize("Nhắc việc ở Sở Nội vụ", Normalizer.Form.NFD);
        Letter letter = letter("so-noi-vu", LetterKind.REMINDER, "a@x.example", List.of(), decomposed);
        assertThat(parse(bytes(COMPOSER, queued(letter))).getSubject()).isEqualTo("Nhắc việc ở Sở Nội vụ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u2028", "\r\n\r\n"})
    void no_value_can_begin_a_header_of_its_own(String lineBreak) throws Exception {
        String attack = "x" + lineBreak + "Bcc: spy@evil.example";
        MimeComposer composer =
                new MimeComposer(new MailSettings.Sender(SampleLetters.SENDER_ADDRESS, attack, null), null);
        Letter plain = letter("a", LetterKind.REMINDER, "a@x.example", List.of(attack), attack);
        Letter letter = new Letter(
                plain.key(),
                plain.kind(),
                plain.to(),
                plain.cc(),
                attack,
                plain.day(),
                plain.subject(),
                attack,
                attack,
                1,
                attack,
                List.of());

        MimeMessage read = parse(bytes(composer, queued(letter)));
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getSubject()).isEqualTo("x Bcc: spy@evil.example");
        assertThat(read.getAllRecipients()).containsExactly(new InternetAddress("a@x.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "khong-co-a-cong",
                "a@x.example\r\nBcc: spy@evil.example",
                "a@x.example, b@x.example",
                "Sở Nội vụ <a@x.example>",
                "nhóm: a@x.example;",
                "sở-nội-vụ@x.example",
                "a b@x.example",
                "@x.example",
                "a@"
            })
    void an_address_that_is_none_is_refused_for_good(String address) {
        Letter letter = letter("a", LetterKind.REMINDER, address, List.of(), SUBJECT);
        assertThatThrownBy(() -> COMPOSER.compose(queued(letter)))
                .isInstanceOfSatisfying(MailException.class, refusal -> {
                    assertThat(refusal.permanent()).isTrue();
                    assertThat(refusal.reason()).startsWith("địa chỉ nhận").doesNotContain("\n");
                });
    }

    @Test
    void a_bad_copy_is_left_out_and_named() throws Exception {
        ComposedLetter composed = COMPOSER.compose(
                queued(letterTo("so-noi-vu", "hong", "so-noi-vu@quangngai.example", "b@x.example", "b@x.example")));
        assertThat(composed.cc()).containsExactly(new InternetAddress("b@x.example"));
        assertThat(composed.refusedCopies()).hasSize(1).first().asString().contains("hong");
    }

    @Test
    void in_a_rehearsal_one_address_gets_everything() throws Exception {
        MimeComposer rehearsal = new MimeComposer(SENDER, "dien-tap@quangngai.example");
        QueuedLetter letter = queued(letterTo("so-noi-vu", "cchc.so-noi-vu@quangngai.example"));
        MimeMessage read = parse(bytes(rehearsal, letter));

        assertThat(Arrays.asList(read.getRecipients(RecipientType.TO)))
                .containsExactly(new InternetAddress("dien-tap@quangngai.example"));
        assertThat(read.getRecipients(RecipientType.CC)).isNull();
        assertThat(read.getSubject()).isEqualTo("[diễn tập → so-noi-vu@quangngai.example] " + SUBJECT);
        assertThat(read.getMessageID()).isEqualTo(letter.messageId());
    }

    @Test
    void a_domain_with_diacritics_travels_in_ascii() throws Exception {
        Letter letter = letter("a", LetterKind.REMINDER, "a@quảngngãi.example", List.of(), SUBJECT);
        assertThat(COMPOSER.compose(queued(letter)).to().getAddress()).startsWith("a@xn--");
    }

    private static byte[] bytes(MimeComposer composer, QueuedLetter letter) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        composer.compose(letter).message().writeTo(out);
        return out.toByteArray();
    }

    private static MimeMessage parse(byte[] bytes) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    }

    private static BodyPart part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    private static String body(MimeMessage message, int index) throws Exception {
        return part(message, index).getContent().toString().replace("\r\n", "\n");
    }
}
