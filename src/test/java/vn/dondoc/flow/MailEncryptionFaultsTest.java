package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtp;
import static vn.dondoc.mail.ScriptedSmtpServer.HANG_UP;
import static vn.dondoc.mail.ScriptedSmtpServer.SILENCE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.Certificates;
import vn.dondoc.mail.MailSettings.Login;
import vn.dondoc.mail.MailSettings.Security;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.LetterState;

/** Failures before the server hears of any letter: every letter waits, none is given up, and nothing is said in the clear. */
class MailEncryptionFaultsTest extends SendFlowWorld {
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Login LOGIN = new Login("dondoc", "bí mật");
    private static final String WITH_STARTTLS = "250-scripted\r\n250 STARTTLS";
    private static final String WITH_AUTH = "250-scripted\r\n250 AUTH PLAIN";

    @TempDir
    static Path certificates;

    private static SSLContext usual;
    private static SSLContext good;

    @BeforeAll
    static void make_a_certificate() throws Exception {
        usual = SSLContext.getDefault();
        good = Certificates.trusted(certificates, "here", "ip:127.0.0.1");
    }

    @AfterAll
    static void restore() {
        SSLContext.setDefault(usual);
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_certificate_that_nobody_vouches_for_stops_all(Security security) throws Exception {
        SSLContext.setDefault(usual);
        everyLetterWaits(good, security);
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_certificate_of_another_name_stops_all(Security security) throws Exception {
        SSLContext other = Certificates.trusted(certificates, "other-" + security, "dns:mail.elsewhere.example");
        SSLContext.setDefault(other);
        everyLetterWaits(other, security);
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_certificate_that_ran_out_stops_all(Security security) throws Exception {
        SSLContext old = Certificates.expired(certificates, "old-" + security, "ip:127.0.0.1");
        SSLContext.setDefault(old);
        everyLetterWaits(old, security);
    }

    @Test
    void a_server_without_starttls_gets_nothing() {
        everyLetterWaits(scripted, Security.STARTTLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, SILENCE, "421 4.3.2 shutting down", "454 4.7.0 not now", "501 5.5.4 what"})
    void a_server_that_fails_at_starttls_gets_the_letters_later(String reply) throws Exception {
        SSLContext.setDefault(good);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startStarttls(good)) {
            server.answer("STARTTLS", reply);
            queueTwo();
            MailTransport transport = smtp(server.port(), Security.STARTTLS, null, PATIENCE);
            assertThat(flow(transport, "A").send(clock)).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
            clock.tick(Duration.ofMinutes(1));
            assertThat(flow(transport, "A").send(clock).sent()).isEqualTo(1);
            assertThat(server.delivered()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, SILENCE, "421 4.3.2 shutting down", "454 4.7.0 directory away"})
    void a_server_that_fails_at_the_password_gets_the_letters_later(String reply) throws Exception {
        scripted.answer("EHLO", WITH_AUTH, WITH_AUTH, WITH_AUTH).answer("AUTH", reply, "235 welcome", "235 welcome");
        queueTwo();
        MailTransport transport = smtp(scripted.port(), Security.NONE, LOGIN, PATIENCE);
        assertThat(flow(transport, "A").send(clock)).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
        clock.tick(Duration.ofMinutes(1));
        assertThat(flow(transport, "A").send(clock).sent()).isEqualTo(1);
        assertThat(scripted.delivered()).hasSize(2);
    }

    @Test
    void a_refused_password_is_tried_once_a_run_and_no_letter_is_blamed() {
        GreenMail asking = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        asking.setUser("so-1@quangngai.example", "dondoc", "đúng");
        asking.getUserManager().setAuthRequired(true);
        asking.start();
        try {
            for (int number = 1; number <= 5; number++) {
                queue(letterTo("so-" + number));
            }
            int port = asking.getSmtp().getPort();
            SendFlow wrong = flow(smtp(port, Security.NONE, LOGIN, PATIENCE), "A");
            for (int run = 1; run <= 30; run++) {
                assertThat(wrong.send(clock)).isEqualTo(new SendResult(0, 1, 0, StopReason.LOGIN_REFUSED));
                clock.tick(Duration.ofMinutes(15));
            }
            assertThat(outbox.list(LetterState.QUEUED)).hasSize(5);
            assertThat(outbox.list())
                    .anySatisfy(letter -> assertThat(letter.progress().lastError())
                            .contains("không nhận tên đăng nhập, mật khẩu")
                            .doesNotContain("bí mật"));

            clock.tick(Duration.ofHours(1));
            MailTransport mended = smtp(port, Security.NONE, new Login("dondoc", "đúng"), PATIENCE);
            assertThat(flow(mended, "A").send(clock)).isEqualTo(new SendResult(5, 0, 0, StopReason.NOTHING_DUE));
            assertThat(asking.getReceivedMessages()).hasSize(5);
        } finally {
            asking.stop();
        }
    }

    @Test
    void with_starttls_and_password_several_letters_go_over_one_connection() throws Exception {
        SSLContext.setDefault(good);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startStarttls(good)) {
            server.answer("EHLO", WITH_STARTTLS, WITH_AUTH).answer("AUTH", "235 welcome");
            queueTwo();
            MailTransport transport = smtp(server.port(), Security.STARTTLS, LOGIN, PATIENCE);
            assertThat(flow(transport, "A").send(clock).sent()).isEqualTo(2);
            assertThat(server.delivered()).hasSize(2);
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("AUTH"))
                    .hasSize(1);
        }
    }

    private void everyLetterWaits(SSLContext certificate, Security security) throws IOException {
        try (ScriptedSmtpServer server = security == Security.TLS
                ? ScriptedSmtpServer.startTls(certificate)
                : ScriptedSmtpServer.startStarttls(certificate)) {
            everyLetterWaits(server, security);
        }
    }

    private void everyLetterWaits(ScriptedSmtpServer server, Security security) {
        for (int number = 1; number <= 4; number++) {
            queue(letterTo("so-" + number));
        }
        SendFlow flow = flow(smtp(server.port(), security, LOGIN, PATIENCE), "A");
        assertThat(flow.send(clock)).isEqualTo(new SendResult(0, 3, 0, StopReason.SERVER_UNREACHABLE));
        assertThat(outbox.list(LetterState.QUEUED)).hasSize(4);
        assertThat(server.delivered()).isEmpty();
        assertThat(server.commands()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
    }

    private void queueTwo() {
        queue(letterTo("so-1"));
        queue(letterTo("so-2"));
    }
}
