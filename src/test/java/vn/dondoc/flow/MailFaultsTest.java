package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.mail.SampleLetters.MORNING;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtp;
import static vn.dondoc.mail.ScriptedSmtpServer.DEAF_WITHIN;
import static vn.dondoc.mail.ScriptedSmtpServer.HANG_UP;
import static vn.dondoc.mail.ScriptedSmtpServer.HANG_UP_WITHIN;
import static vn.dondoc.mail.ScriptedSmtpServer.SILENCE;
import static vn.dondoc.mail.ScriptedSmtpServer.TAKE_AND_HANG_UP;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.MailSettings.Security;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** Two letters wait and the mail server fails at the first of them: what becomes of that one, and of the next. */
class MailFaultsTest extends SendFlowWorld {
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    static Stream<List<String>> phases() {
        return Stream.of(HANG_UP, SILENCE, "421 4.3.2 shutting down")
                .flatMap(reply -> Stream.of("GREETING", "EHLO", "MAIL", "RCPT", "DATA", ".")
                        .map(phase -> List.of(phase, reply)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("phases")
    void a_server_that_fails_in_any_phase_gets_that_letter_a_minute_later_and_the_next_at_once(List<String> fault) {
        String phase = fault.get(0);
        scripted.answer(phase, fault.get(1));
        if (phase.equals("EHLO")) {
            scripted.answer("HELO", fault.get(1));
        }
        queueTwo();

        assertThat(run()).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
        assertThat(deliveredTo()).containsExactly("so-2@quangngai.example");
        assertThat(first().state()).isEqualTo(LetterState.QUEUED);
        assertThat(first().progress().nextAttemptAt()).isEqualTo(MORNING.plus(FIRST_PAUSE));
        assertThat(first().progress().lastError()).contains("máy chủ thư");

        clock.tick(FIRST_PAUSE);
        assertThat(run()).isEqualTo(new SendResult(1, 0, 0, StopReason.NOTHING_DUE));
        assertThat(deliveredTo()).containsExactly("so-2@quangngai.example", "so-1@quangngai.example");
    }

    @Test
    void a_line_that_breaks_in_the_midst_of_a_letter_delivers_nothing_of_it() {
        scripted.answer("DATA", HANG_UP_WITHIN);
        queueTwo();
        assertThat(run()).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
        clock.tick(FIRST_PAUSE);
        run();
        assertThat(deliveredTo()).containsExactly("so-2@quangngai.example", "so-1@quangngai.example");
    }

    @Test
    void a_server_that_stops_listening_in_the_midst_of_a_letter_is_not_waited_for() {
        scripted.answer("DATA", DEAF_WITHIN);
        // more than what the two ends of a line hold between them
        byte[] large = new byte[16 << 20];
        queue(letterTo("so-1").with(List.of(Attachment.file("lon.bin", "application/octet-stream", large))));
        queue(letterTo("so-2"));
        assertThat(run()).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
        assertThat(deliveredTo()).containsExactly("so-2@quangngai.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, SILENCE, "421 4.3.2 shutting down"})
    void between_two_letters_and_after_the_last_a_failing_server_delays_nothing(String reply) {
        scripted.answer("RSET", reply).answer("QUIT", reply);
        queueTwo();
        assertThat(run()).isEqualTo(new SendResult(2, 0, 0, StopReason.NOTHING_DUE));
        assertThat(deliveredTo()).containsExactly("so-1@quangngai.example", "so-2@quangngai.example");
    }

    @Test
    void a_server_that_takes_a_letter_and_dies_before_it_says_so_gets_it_once_more_with_the_same_id() {
        scripted.answer(".", TAKE_AND_HANG_UP);
        queue(letterTo("so-1"));
        assertThat(run()).isEqualTo(new SendResult(0, 1, 0, StopReason.NOTHING_DUE));
        clock.tick(FIRST_PAUSE);
        assertThat(run().sent()).isEqualTo(1);
        clock.tick(Duration.ofHours(1));
        assertThat(run().sent()).isZero();

        assertThat(scripted.delivered()).hasSize(2);
        assertThat(scripted.delivered().get(0).data())
                .as("the whole letter, byte for byte")
                .isEqualTo(scripted.delivered().get(1).data())
                .contains("Message-ID: " + only().messageId());
    }

    @ParameterizedTest(name = "{0} answered by {1}: given up {2}")
    @CsvSource({
        "RCPT, 452 4.2.2 mailbox full, false",
        "RCPT, 452 4.5.3 too many recipients, false",
        "., 452 4.3.1 insufficient system storage, false",
        // RFC 5321, 4.5.3.1.10: a 552 to RCPT is to be treated as 452
        "RCPT, 552 5.2.2 mailbox full, false",
        "., 552 5.2.2 mailbox full, true",
        "., 554 5.6.0 content rejected, true",
        "RCPT, 550 5.1.1 user unknown, true",
        "RCPT, 553 5.1.3 bad address, true",
        "RCPT, 550 5.7.1 relaying denied, false"
    })
    void what_a_server_refuses_for_now_is_tried_again_and_what_it_refuses_for_good_is_given_up(
            String phase, String reply, boolean givenUp) {
        scripted.answer(phase, reply);
        queueTwo();
        assertThat(run()).isEqualTo(new SendResult(1, givenUp ? 0 : 1, givenUp ? 1 : 0, StopReason.NOTHING_DUE));
        assertThat(first().state()).isEqualTo(givenUp ? LetterState.GIVEN_UP : LetterState.QUEUED);
        assertThat(first().progress().lastError()).contains(reply);
        clock.tick(FIRST_PAUSE);
        run();
        assertThat(deliveredTo()).hasSize(givenUp ? 1 : 2);
    }

    @Test
    void of_many_recipients_the_refused_copy_alone_goes_without() {
        scripted.answer("RCPT TO:<b@", "550 5.1.1 user unknown");
        queue(letterTo("so-1", "a@x.example", "b@x.example", "c@x.example"));
        assertThat(run().sent()).isEqualTo(1);
        assertThat(scripted.delivered()).hasSize(1);
        assertThat(scripted.delivered().get(0).recipients())
                .containsExactly("so-1@quangngai.example", "a@x.example", "c@x.example");
        assertThat(only().progress().deliveryNote()).isEqualTo("bản sao tới b@x.example: 550 5.1.1 user unknown");
    }

    @Test
    void a_server_that_goes_away_at_a_copy_has_not_refused_the_copy() {
        scripted.answer("RCPT TO:<a@", "421 4.3.2 shutting down");
        queue(letterTo("so-1", "a@x.example"));
        assertThat(run()).isEqualTo(new SendResult(0, 1, 0, StopReason.NOTHING_DUE));
        clock.tick(FIRST_PAUSE);
        run();
        assertThat(scripted.delivered()).hasSize(1);
        assertThat(scripted.delivered().get(0).recipients()).containsExactly("so-1@quangngai.example", "a@x.example");
        assertThat(only().progress().deliveryNote()).isNull();
    }

    @Test
    void an_address_that_is_none_is_given_up_without_asking_the_server() {
        queue(vn.dondoc.mail.SampleLetters.letter(
                "so-1", vn.dondoc.outbox.LetterKind.REMINDER, "không phải địa chỉ", List.of(), "thử"));
        queue(letterTo("so-2"));
        assertThat(run()).isEqualTo(new SendResult(1, 0, 1, StopReason.NOTHING_DUE));
        assertThat(first().progress().lastError()).contains("địa chỉ");
    }

    private void queueTwo() {
        queue(letterTo("so-1"));
        queue(letterTo("so-2"));
    }

    private QueuedLetter first() {
        return outbox.list().get(0);
    }

    private List<String> deliveredTo() {
        return scripted.delivered().stream()
                .map(ScriptedSmtpServer.Mail::recipients)
                .map(recipients -> recipients.get(0))
                .toList();
    }

    private SendResult run() {
        return flow(smtp(scripted.port(), Security.NONE, null, PATIENCE), "A").send(clock);
    }
}
