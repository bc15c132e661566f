package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.queued;
import static vn.dondoc.mail.SampleLetters.server;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.mail.MailSettings.Login;
import vn.dondoc.mail.MailSettings.Security;

/** A certificate that the machine trusts: made by the JDK's keytool, put in the place of the JVM's own trust. */
class SmtpEncryptionTest {
    @TempDir
    static Path folder;

    private static SSLContext usual;
    private static SSLContext ofThisHost;
    private static SSLContext ofAnotherHost;

    @BeforeAll
    static void make_certificates() throws Exception {
        usual = SSLContext.getDefault();
        ofThisHost = Certificates.trusted(folder, "here", "ip:127.0.0.1");
        ofAnotherHost = Certificates.trusted(folder, "elsewhere", "dns:mail.elsewhere.example");
    }

    @AfterAll
    static void restore() {
        SSLContext.setDefault(usual);
    }

    @Test
    void starttls_comes_before_password_and_letter() throws Exception {
        SSLContext.setDefault(ofThisHost);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startStarttls(ofThisHost)) {
            server.answer("EHLO", "250-scripted\r\n250 STARTTLS", "250-scripted\r\n250 AUTH PLAIN")
                    .answer("AUTH", "235 welcome");
            send(server, Security.STARTTLS, new Login("dondoc", "bí mật"));
            assertThat(server.delivered()).hasSize(1);
            assertThat(server.commands().stream().map(command -> command.split("[ :]", 2)[0]))
                    .containsSubsequence("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL");
        }
    }

    @Test
    void tls_from_the_first_byte() throws Exception {
        SSLContext.setDefault(ofThisHost);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls(ofThisHost)) {
            send(server, Security.TLS, null);
            assertThat(server.delivered()).hasSize(1);
        }
    }

    @Test
    void a_certificate_of_another_host_is_refused_although_it_is_trusted() throws Exception {
        SSLContext.setDefault(ofAnotherHost);
        try (ScriptedSmtpServer tls = ScriptedSmtpServer.startTls(ofAnotherHost);
                ScriptedSmtpServer starttls = ScriptedSmtpServer.startStarttls(ofAnotherHost)) {
            assertThat(failure(tls, Security.TLS).serverUnreachable()).isTrue();
            assertThat(failure(starttls, Security.STARTTLS).serverUnreachable()).isTrue();
            assertThat(starttls.commands()).first().asString().startsWith("EHLO");
            assertThat(starttls.commands()).element(1).isEqualTo("STARTTLS");
            assertThat(starttls.commands()).noneMatch(command -> command.startsWith("MAIL"));
            assertThat(tls.delivered()).isEmpty();
            assertThat(starttls.delivered()).isEmpty();
        }
    }

    private static MailException failure(ScriptedSmtpServer server, Security security) {
        return catchThrowableOfType(MailException.class, () -> send(server, security, null));
    }

    private static void send(ScriptedSmtpServer server, Security security, @Nullable Login login) throws MailException {
        new SmtpTransport(server(server.port(), security, login), new MimeComposer(SENDER, null))
                .send(queued(letterTo("so-noi-vu")));
    }
}
