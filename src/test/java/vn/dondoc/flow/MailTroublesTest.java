package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.mail.SampleLetters.SENDER_ADDRESS;
import static vn.dondoc.mail.SampleLetters.letterTo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.Registry;
import vn.dondoc.letters.LetterSettings;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.notices.Reason;
import vn.dondoc.notices.Recipient;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** What the administrators are told of mail that does not go out. */
class MailTroublesTest extends SendFlowWorld {
    private static final Recipient ADMINISTRATOR = new Recipient("Quản trị", "quan-tri@quangngai.example", List.of());

    @Test
    void that_nothing_goes_out_is_told_after_two_hours_and_once_a_day() {
        int port = scripted.port();
        scripted.close();
        queue(letterTo("so-1"));
        SendFlow flow = toScripted();
        flow.send(clock);
        clock.tick(MailTroubles.PATIENCE.minusSeconds(1));
        tell();
        assertThat(told()).isEmpty();
        clock.tick(Duration.ofSeconds(1));
        tell();
        tell();
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).letter().subject())
                .isEqualTo("[Vận hành] Không thư nào gửi đi được từ 07:30 ngày 18/12/2017");
        assertThat(told().get(0).letter().text())
                .contains("không kết nối được máy chủ thư 127.0.0.1:" + port)
                .contains("Số thư đang chờ gửi: 1");
        clock.tick(Duration.ofDays(1));
        tell();
        assertThat(told()).hasSize(2);

        try (ScriptedSmtpServer back = ScriptedSmtpServer.startAt(port)) {
            assertThat(flow.send(clock).sent()).isEqualTo(3);
            assertThat(back.delivered()).hasSize(3);
            assertThat(outbox.standstill()).isEmpty();
        }
    }

    @Test
    void a_standstill_ends_with_the_first_letter_that_goes_out_and_begins_anew_with_the_next_failure() {
        scripted.answer("RCPT TO:<so-1@", "450 4.2.0 later", "450 4.2.0 later");
        queue(letterTo("so-1"));
        toScripted().send(clock);
        assertThat(outbox.standstill()).isPresent();
        queue(letterTo("so-2"));
        toScripted().send(clock);
        assertThat(outbox.standstill()).isEmpty();
        clock.tick(Duration.ofMinutes(3));
        toScripted().send(clock);
        assertThat(outbox.standstill().orElseThrow().since()).isEqualTo(clock.instant());
    }

    @Test
    void a_password_that_is_refused_is_told_with_its_reason() {
        scripted.answer("EHLO", "250-scripted\r\n250 AUTH PLAIN").answer("AUTH", "535 5.7.8 no");
        queue(letterTo("so-1"));
        var login = new vn.dondoc.mail.MailSettings.Login("dondoc", "bí mật");
        flow(
                        vn.dondoc.mail.SampleLetters.smtp(
                                scripted.port(),
                                vn.dondoc.mail.MailSettings.Security.NONE,
                                login,
                                Duration.ofSeconds(5)),
                        "A")
                .send(clock);
        clock.tick(MailTroubles.PATIENCE);
        tell();
        assertThat(told().get(0).letter().text().replaceAll("\\s+", " "))
                .contains("không nhận tên đăng nhập, mật khẩu")
                .doesNotContain("bí mật");
    }

    @Test
    void letters_that_were_given_up_are_told_in_one_letter_and_never_again() {
        scripted.answer("RCPT TO:<so-1@", "550 5.1.1 user unknown").answer("RCPT TO:<so-2@", "550 5.1.1 user unknown");
        IntStream.rangeClosed(1, 3).forEach(number -> queue(letterTo("so-" + number)));
        toScripted().send(clock);
        tell();
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).letter().subject()).isEqualTo("[Vận hành] 2 thư không gửi được, không tự gửi lại nữa");
        assertThat(told().get(0).letter().text().replaceAll("\\s+", " "))
                .contains("Thư số 1 gửi so-1@quangngai.example", "Thư số 2", "dondoc outbox retry")
                .doesNotContain("Thư số 3");
        clock.tick(Duration.ofDays(1));
        tell();
        assertThat(told()).as("no news").hasSize(1);
    }

    @Test
    void a_letter_given_up_later_on_the_same_day_is_told_the_next_day() {
        scripted.answer("RCPT TO:<so-1@", "550 no").answer("RCPT TO:<so-2@", "550 no");
        queue(letterTo("so-1"));
        toScripted().send(clock);
        tell();
        queue(letterTo("so-2"));
        toScripted().send(clock);
        tell();
        assertThat(told()).hasSize(1);
        clock.tick(Duration.ofDays(1));
        tell();
        assertThat(told()).hasSize(2);
        assertThat(told().get(1).letter().text()).contains("so-2@").doesNotContain("so-1@");
    }

    @Test
    void of_a_letter_to_administrators_that_is_given_up_there_is_no_letter() {
        scripted.answer("RCPT", "550 no", "550 no");
        queue(letterTo("so-1"));
        toScripted().send(clock);
        tell();
        toScripted().send(clock);
        assertThat(outbox.list(LetterState.GIVEN_UP)).hasSize(2);
        clock.tick(Duration.ofDays(1));
        tell();
        assertThat(told()).hasSize(1);
    }

    private void tell() {
        var office = new LetterSettings.Office("Sở Nội vụ", "Quảng Ngãi", "UBND tỉnh Quảng Ngãi", "SNV");
        LetterWriter writer = new LetterWriter(
                Path.of("config/mail"),
                Path.of("config/cong-van"),
                new LetterSettings(office, SENDER_ADDRESS, SENDER_ADDRESS, (key, day) -> ""),
                new Registry(List.of()));
        OperatorsLetter letter =
                new OperatorsLetter(List.of(ADMINISTRATOR), writer, ShippedPlan.rules()::current, outbox);
        new MailTroubles(outbox, letter).tell(clock.instant());
    }

    private List<QueuedLetter> told() {
        return outbox.list().stream()
                .filter(queued -> queued.letter().reason().equals(Reason.TROUBLE.name()))
                .toList();
    }
}
