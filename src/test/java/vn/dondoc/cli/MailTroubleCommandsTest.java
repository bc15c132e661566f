package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.mail.ScriptedSmtpServer;

/** How an officer sees that letters do not go out. */
class MailTroubleCommandsTest {
    @TempDir
    Path home;

    private final ScriptedSmtpServer server = ScriptedSmtpServer.start();
    private CommandLine dondoc;

    @BeforeEach
    void one_letter_waits() throws Exception {
        TemporaryHome.mailOnlyTo(TemporaryHome.in(home), "so-tu-phap"::equals);
        TemporaryHome.configure(
                home,
                "transport: smtp",
                "host: localhost",
                "port: " + server.port(),
                "security: none",
                "lettersPerMinute: 0",
                "release: none");
        dondoc = new CommandLine(home);
        dondoc.type("run", "morning-check", "--at", "2017-12-18T07:00", "--yes");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_letter_that_was_given_up_is_shown_with_its_reason_and_what_to_do() {
        server.answer("RCPT", "550 5.1.1 user unknown");
        assertThat(send("2017-12-18T07:35")).contains("bỏ cuộc 1");
        assertThat(dondoc.type("outbox", "list", "--state", "given-up").out())
                .contains("bỏ cuộc", "không gửi được: máy chủ thư không nhận địa chỉ", "550 5.1.1 user unknown")
                .contains("gửi lại: dondoc outbox retry 1");
        assertThat(dondoc.type("why", "so-tu-phap", "--on", "2017-12-18").out())
                .contains("bỏ cuộc (máy chủ thư không nhận địa chỉ");
        assertThat(dondoc.type("outbox", "list").out()).contains("phong-cchc", "[Vận hành] 1 thư không gửi được");
        assertThat(send("2017-12-18T07:40"))
                .as("the letter to the administrators")
                .contains("Đã gửi 1");
    }

    @Test
    void a_server_that_is_away_is_shown_at_once_and_told_after_two_hours() {
        server.close();
        assertThat(send("2017-12-18T07:35")).contains("hẹn gửi lại 1", "bỏ cuộc 0");
        assertThat(dondoc.type("outbox", "list").out())
                .contains("gửi lại từ 07:36 ngày 18/12/2017: không kết nối được máy chủ thư")
                .contains("KHÔNG THƯ NÀO GỬI ĐI ĐƯỢC TỪ 07:35 NGÀY 18/12/2017: không kết nối được máy chủ thư")
                .doesNotContain("[Vận hành]");
        send("2017-12-18T09:35");
        assertThat(dondoc.type("outbox", "list").out()).contains("[Vận hành] Không thư nào gửi đi được từ 07:35");
    }

    private String send(String moment) {
        return dondoc.type("run", "send", "--at", moment, "--yes").out();
    }
}
