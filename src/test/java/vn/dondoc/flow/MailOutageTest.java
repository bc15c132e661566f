package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtp;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.RetryPolicy;
import vn.dondoc.outbox.Worker;

/** A mail server that is away for long; runs every five minutes, as the shipped schedule has them. */
class MailOutageTest extends SendFlowWorld {
    private static final Duration BETWEEN_RUNS = Duration.ofMinutes(5);

    @Test
    void after_two_hours_without_a_server_every_letter_is_delivered_within_an_hour_and_none_twice() {
        int port = scripted.port();
        scripted.close();
        for (int number = 1; number <= 40; number++) {
            queue(letterTo("so-" + number));
        }
        SendFlow flow = flow(smtp(port), "A");
        for (int run = 0; run < 24; run++) {
            assertThat(flow.send(clock).stoppedBecause()).isIn(StopReason.SERVER_UNREACHABLE, StopReason.NOTHING_DUE);
            clock.tick(BETWEEN_RUNS);
        }
        assertThat(outbox.list(LetterState.QUEUED)).hasSize(40);
        try (ScriptedSmtpServer back = ScriptedSmtpServer.startAt(port)) {
            for (int run = 0; run <= 12; run++) {
                flow.send(clock);
                clock.tick(BETWEEN_RUNS);
            }
            assertThat(outbox.list(LetterState.SENT)).hasSize(40);
            assertThat(back.delivered().stream().map(mail -> mail.recipients().get(0)))
                    .hasSize(40)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_server_that_is_away_for_a_week_costs_no_letter() {
        int port = scripted.port();
        scripted.close();
        queue(letterTo("so-1"));
        SendFlow flow = roundTheClock(port);
        for (int hour = 0; hour < 7 * 24; hour++) {
            flow.send(clock);
            clock.tick(Duration.ofHours(1));
        }
        assertThat(only().state()).isEqualTo(LetterState.QUEUED);
        assertThat(only().progress().attempts()).as("attempts used up").isEqualTo(3);
        try (ScriptedSmtpServer back = ScriptedSmtpServer.startAt(port)) {
            flow.send(clock);
            assertThat(back.delivered()).hasSize(1);
        }
    }

    @Test
    void a_letter_over_which_the_line_breaks_every_time_is_given_up_in_the_end_and_holds_nobody_up() {
        scripted.answer(
                "RCPT TO:<so-1@",
                Collections.nCopies(99, ScriptedSmtpServer.HANG_UP).toArray(String[]::new));
        queue(letterTo("so-1"));
        queue(letterTo("so-2"));
        SendFlow flow = roundTheClock(scripted.port());
        assertThat(flow.send(clock)).isEqualTo(new SendResult(1, 1, 0, StopReason.NOTHING_DUE));
        for (int hour = 0; hour < 80; hour++) {
            clock.tick(Duration.ofHours(1));
            flow.send(clock);
        }
        assertThat(outbox.list(LetterState.GIVEN_UP)).hasSize(1);
        assertThat(scripted.delivered()).hasSize(1);
    }

    @Test
    void a_greylisting_server_gets_each_letter_once_when_its_time_has_come() {
        List<String> firstTime = Collections.nCopies(10, "450 4.2.0 Greylisted, come back in 4 minutes");
        scripted.answer("RCPT", firstTime.toArray(String[]::new));
        for (int number = 1; number <= 5; number++) {
            queue(letterTo("so-" + number));
        }
        SendFlow flow = flow(smtp(scripted.port()), "A");
        assertThat(flow.send(clock)).isEqualTo(new SendResult(0, 5, 0, StopReason.NOTHING_DUE));
        clock.tick(Duration.ofMinutes(1));
        assertThat(flow.send(clock)).isEqualTo(new SendResult(0, 5, 0, StopReason.NOTHING_DUE));
        clock.tick(Duration.ofMinutes(5));
        assertThat(flow.send(clock)).isEqualTo(new SendResult(5, 0, 0, StopReason.NOTHING_DUE));
        assertThat(scripted.delivered()).hasSize(5);
    }

    private SendFlow roundTheClock(int port) {
        OfficeHours always = new OfficeHours(LocalTime.MIN, LocalTime.MAX);
        return new SendFlow(outbox, smtp(port), RetryPolicy.DEFAULT, always, CALENDAR, new Worker("A", clock));
    }
}
