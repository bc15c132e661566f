package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.RetryPolicy;
import vn.dondoc.outbox.Worker;

class SendFlowFailureTest extends SendFlowWorld {

    @Test
    void a_letter_that_ends_every_process_is_given_up_in_the_end() {
        queue(letterTo("so-noi-vu"));
        SendFlow dying = flow(
                letter -> {
                    throw new PowerCut();
                },
                "A");
        for (int crash = 1; crash <= RetryPolicy.DEFAULT.maxAttempts(); crash++) {
            assertThatThrownBy(() -> dying.send(clock)).isInstanceOf(PowerCut.class);
            clock.tick(Worker.LEASE);
        }
        assertThat(dying.send(clock)).isEqualTo(new SendResult(0, 0, 1, StopReason.NOTHING_DUE));
        assertThat(only().state()).isEqualTo(LetterState.GIVEN_UP);
    }

    @Test
    void one_refused_address_of_twenty_blocks_nobody_else() {
        scripted.answer("RCPT TO:<so-7@", "550 5.1.1 User unknown");
        for (int number = 1; number <= 20; number++) {
            queue(letterTo("so-" + number));
        }
        assertThat(toScripted().send(clock)).isEqualTo(new SendResult(19, 0, 1, StopReason.NOTHING_DUE));
        assertThat(scripted.delivered()).hasSize(19);
        QueuedLetter givenUp = outbox.list(LetterState.GIVEN_UP).get(0);
        assertThat(givenUp.letter().agency()).isEqualTo("so-7");
        assertThat(givenUp.progress().lastError()).contains("550 5.1.1 User unknown");
    }

    @Test
    void a_letter_put_off_by_the_server_is_delivered_later() {
        scripted.answer("RCPT", "450 4.2.0 Greylisted", "451 4.3.0 wait");
        queue(letterTo("so-noi-vu"));

        assertThat(toScripted().send(clock)).isEqualTo(new SendResult(0, 1, 0, StopReason.NOTHING_DUE));
        clock.tick(Duration.ofSeconds(59));
        assertThat(toScripted().send(clock).retried()).as("not due yet").isZero();
        clock.tick(Duration.ofSeconds(1));
        assertThat(toScripted().send(clock).retried()).isEqualTo(1);
        clock.tick(Duration.ofMinutes(5));
        assertThat(toScripted().send(clock).sent()).isEqualTo(1);
        assertThat(scripted.delivered()).hasSize(1);
        assertThat(only().progress().attempts()).isEqualTo(3);
    }

    @Test
    void while_the_server_is_down_letters_wait_with_growing_pauses() {
        int port = scripted.port();
        scripted.close();
        queue(letterTo("so-noi-vu"));
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(flow(smtp(port), "A").send(clock).retried()).isEqualTo(1);
            Instant next = only().progress().nextAttemptAt();
            pauses.add(Duration.between(clock.instant(), next));
            clock.set(next);
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
        try (ScriptedSmtpServer back = ScriptedSmtpServer.startAt(port)) {
            assertThat(flow(smtp(port), "A").send(clock).sent()).isEqualTo(1);
            assertThat(back.delivered()).hasSize(1);
        }
    }

    @Test
    void a_run_ends_early_when_the_server_does_not_answer() {
        scripted.close();
        for (int number = 1; number <= 10; number++) {
            queue(letterTo("so-" + number));
        }
        assertThat(toScripted().send(clock))
                .isEqualTo(new SendResult(0, SendTally.UNREACHABLE_IN_A_ROW, 0, StopReason.SERVER_UNREACHABLE));
        assertThat(outbox.list(LetterState.QUEUED)).hasSize(10);
        assertThat(outbox.list())
                .filteredOn(letter -> letter.progress().attempts() == 0)
                .hasSize(10 - SendTally.UNREACHABLE_IN_A_ROW);
    }

    @Test
    void broken_lines_between_good_ones_do_not_end_a_run() {
        String cut = ScriptedSmtpServer.HANG_UP;
        scripted.answer("DATA", cut, cut, "354 go on", cut, cut, "354 go on");
        for (int number = 1; number <= 6; number++) {
            queue(letterTo("so-" + number));
        }
        assertThat(toScripted().send(clock)).isEqualTo(new SendResult(2, 4, 0, StopReason.NOTHING_DUE));
    }

    @Test
    void after_the_last_attempt_a_letter_is_given_up_in_sight_and_an_officer_can_try_again() {
        String[] never = new String[RetryPolicy.DEFAULT.maxAttempts()];
        Arrays.fill(never, "450 4.2.0 not today");
        scripted.answer("RCPT", never);
        queue(letterTo("so-noi-vu"));
        SendFlow roundTheClock = new SendFlow(
                outbox,
                smtp(scripted.port()),
                RetryPolicy.DEFAULT,
                new OfficeHours(LocalTime.MIN, LocalTime.MAX),
                CALENDAR,
                new Worker("A", clock));
        for (int attempt = 1; attempt < never.length; attempt++) {
            assertThat(roundTheClock.send(clock).retried()).isEqualTo(1);
            clock.set(only().progress().nextAttemptAt());
        }
        assertThat(roundTheClock.send(clock).givenUp()).isEqualTo(1);
        assertThat(outbox.countByState()).containsEntry(LetterState.GIVEN_UP, 1);
        assertThat(only().progress().lastError()).contains("450 4.2.0 not today");

        assertThat(outbox.retry(only().id(), clock.instant())).isTrue();
        assertThat(roundTheClock.send(clock).sent()).isEqualTo(1);
    }

    @Test
    void a_mistake_of_the_program_in_one_letter_stops_no_other() {
        queue(letterTo("so-1"));
        queue(letterTo("so-2"));
        MailTransport real = smtp(mailboxPort());
        SendFlow flow = flow(
                letter -> {
                    if (letter.letter().agency().equals("so-1")) {
                        throw new IllegalStateException("a bug");
                    }
                    return real.send(letter);
                },
                "A");
        assertThat(flow.send(clock)).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
    }

    @Test
    void a_copy_that_is_refused_is_noted_with_the_sent_letter() {
        scripted.answer("RCPT TO:<cchc@", "550 5.1.1 User unknown");
        queue(letterTo("so-noi-vu", "cchc@quangngai.example"));
        assertThat(toScripted().send(clock).sent()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(LetterState.SENT);
        assertThat(only().progress().deliveryNote())
                .contains("cchc@quangngai.example")
                .contains("550");
    }
}
