package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.queued;
import static vn.dondoc.mail.SampleLetters.server;
import static vn.dondoc.mail.SampleLetters.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.mail.MailSettings.Login;
import vn.dondoc.mail.MailSettings.Security;

class SmtpTransportTest {
    private static final String TO = "so-noi-vu@quangngai.example";
    private static final String COPY = "cchc.so-noi-vu@quangngai.example";

    private final ScriptedSmtpServer server = ScriptedSmtpServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_letter_goes_to_recipient_and_copies_in_one_envelope() throws Exception {
        assertThat(send(COPY).note()).isEmpty();
        assertThat(server.delivered()).hasSize(1);
        ScriptedSmtpServer.Mail mail = server.delivered().get(0);
        assertThat(mail.sender()).isEqualTo(SampleLetters.SENDER_ADDRESS);
        assertThat(mail.recipients()).containsExactly(TO, COPY);
        assertThat(mail.data())
                .contains("Message-ID: " + queued(letterTo("so-noi-vu")).messageId());
    }

    @ParameterizedTest(name = "{0} answered by {1}: permanent {2}, server unreachable {3}")
    @CsvSource({
        "RCPT, 550 5.1.1 User unknown, true, false",
        "RCPT, 551 not local, true, false",
        "RCPT, 554 5.1.8 no, true, false",
        "RCPT, 450 4.2.0 Greylisted, false, false",
        "RCPT, 421 4.3.2 shutting down, false, false",
        "RCPT, 552 5.2.2 Mailbox full, false, false",
        "RCPT, 554 5.7.1 Relay access denied, false, false",
        "DATA, 554 no valid recipients, true, false",
        "., 554 5.6.0 content rejected, true, false",
        "., 552 5.3.4 message too big, true, false",
        "., 451 4.3.0 try later, false, false",
        "MAIL, 550 sender rejected, false, true",
        "MAIL, 530 5.7.0 Authentication required, false, true",
        "MAIL, 552 5.3.4 message size exceeds limit, true, false",
        "MAIL, 451 4.3.0 try later, false, true",
        "GREETING, 554 no service, false, true"
    })
    void a_refusal_is_blamed_on_the_letter_or_not(
            String command, String reply, boolean permanent, boolean unreachable) {
        server.answer(command, reply, reply);
        MailException refusal = refusal();
        assertThat(refusal.permanent()).isEqualTo(permanent);
        assertThat(refusal.serverUnreachable()).isEqualTo(unreachable);
        assertThat(refusal.reason()).contains(reply.substring(0, 3));
        assertThat(server.delivered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_line_that_breaks_is_never_the_letters_fault(String command) {
        server.answer(command, ScriptedSmtpServer.HANG_UP, ScriptedSmtpServer.HANG_UP);
        MailException failure = refusal();
        assertThat(failure.permanent()).isFalse();
        assertThat(failure.serverUnreachable()).isTrue();
    }

    @Test
    void a_line_that_breaks_after_250_changes_nothing() throws Exception {
        server.answer("QUIT", ScriptedSmtpServer.HANG_UP);
        send();
        assertThat(server.delivered()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 User unknown", "450 4.2.0 Greylisted", "554 5.7.1 Relay access denied"})
    void a_refused_copy_does_not_keep_the_letter_from_its_recipient(String reply) throws Exception {
        server.answer("RCPT TO:<" + COPY + ">", reply);
        MailTransport.Delivery delivery = send(COPY, "van-thu@quangngai.example");
        assertThat(server.delivered()).hasSize(1);
        assertThat(server.delivered().get(0).recipients()).containsExactly(TO, "van-thu@quangngai.example");
        assertThat(delivery.note()).contains("bản sao tới " + COPY + ": " + reply);
    }

    @Test
    void copies_refused_one_after_the_other_still_leave_one_letter_for_the_recipient() throws Exception {
        server.answer("RCPT TO:<a@x.example>", "250 fine", "450 changed my mind");
        server.answer("RCPT TO:<b@x.example>", "550 no");
        assertThat(send("a@x.example", "b@x.example").refusedCopies()).hasSize(2);
        assertThat(server.delivered()).hasSize(1);
        assertThat(server.delivered().get(0).recipients()).containsExactly(TO);
    }

    @Test
    void when_the_recipient_is_refused_the_copies_get_nothing() {
        server.answer("RCPT TO:<" + TO + ">", "450 4.2.0 Greylisted");
        MailException refusal = catchThrowableOfType(MailException.class, () -> send(COPY));
        assertThat(refusal.permanent()).isFalse();
        assertThat(server.delivered()).isEmpty();
    }

    @Test
    void a_closed_port_is_named() throws Exception {
        int port = server.port();
        server.close();
        MailException failure = refusal();
        assertThat(failure.serverUnreachable()).isTrue();
        assertThat(failure.reason()).startsWith("không kết nối được máy chủ thư 127.0.0.1:" + port);
    }

    @Test
    void a_silent_server_is_not_waited_for_longer_than_the_timeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Duration brief = Duration.ofMillis(200);
            MailSettings.SmtpServer place = new MailSettings.SmtpServer(
                    "127.0.0.1",
                    silent.getLocalPort(),
                    Security.NONE,
                    null,
                    new MailSettings.Timeouts(brief, brief, brief),
                    Load.ONE_BY_ONE);
            assertThat(failureOf(place).serverUnreachable()).isTrue();
        }
    }

    @Test
    void without_starttls_nothing_is_said_in_the_clear() {
        MailException failure = failureOf(server(server.port(), Security.STARTTLS, new Login("dondoc", "bí mật")));
        assertThat(failure.serverUnreachable()).isTrue();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        GreenMail encrypted = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        encrypted.start();
        try {
            int port = encrypted.getSmtps().getPort();
            assertThat(failureOf(server(port, Security.TLS, null)).serverUnreachable())
                    .isTrue();
            assertThat(encrypted.getReceivedMessages()).isEmpty();
        } finally {
            encrypted.stop();
        }
    }

    @Test
    void a_user_is_let_in_with_the_right_password_only() throws Exception {
        GreenMail asking = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        asking.setUser(TO, "dondoc", "đúng");
        asking.getUserManager().setAuthRequired(true);
        asking.start();
        try {
            int port = asking.getSmtp().getPort();
            MailException failure = failureOf(server(port, Security.NONE, new Login("dondoc", "sai")));
            assertThat(failure.permanent()).isFalse();
            assertThat(failure.serverUnreachable()).isTrue();
            assertThat(failure.reason()).contains("mật khẩu").doesNotContain("sai");
            sendTo(server(port, Security.NONE, new Login("dondoc", "đúng")));
            assertThat(asking.getReceivedMessages()).hasSize(1);
        } finally {
            asking.stop();
        }
    }

    @Test
    void a_password_never_shows_in_print() {
        assertThat(server(25, Security.TLS, new Login("dondoc", "bí mật")).toString())
                .contains("dondoc")
                .doesNotContain("bí mật");
    }

    private MailTransport.Delivery send(String... cc) throws MailException {
        return smtp(server.port()).send(queued(letterTo("so-noi-vu", cc)));
    }

    private MailException refusal() {
        return catchThrowableOfType(MailException.class, () -> send());
    }

    private static MailException failureOf(MailSettings.SmtpServer place) {
        return catchThrowableOfType(MailException.class, () -> sendTo(place));
    }

    private static void sendTo(MailSettings.SmtpServer place) throws MailException {
        new SmtpTransport(place, new MimeComposer(SENDER, null)).send(queued(letterTo("so-noi-vu")));
    }
}
