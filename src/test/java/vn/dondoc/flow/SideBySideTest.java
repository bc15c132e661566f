package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtpUnder;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.Load;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.QueuedLetter;

/** Letters over several connections at once, and within a rate. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SideBySideTest extends SendFlowWorld {
    private static final int LETTERS = 300;

    @Test
    void every_letter_goes_out_once_over_as_many_connections_as_there_may_be() {
        queueMany();
        assertThat(flow(smtpUnder(new Load(4, 0), scripted.port()), "A").send(clock))
                .isEqualTo(new SendResult(LETTERS, 0, 0, StopReason.NOTHING_DUE));
        eachOnce();
        assertThat(scripted.mostAtOnce()).isBetween(2, 4);
    }

    @Test
    void two_workers_with_several_connections_each_send_no_letter_twice() {
        queueMany();
        SendFlow one = flow(smtpUnder(new Load(3, 0), scripted.port()), "A");
        SendFlow other = flow(smtpUnder(new Load(3, 0), scripted.port()), "B");
        CompletableFuture<SendResult> beside = CompletableFuture.supplyAsync(() -> other.send(clock));
        int sent = one.send(clock).sent() + beside.join().sent();
        assertThat(sent).isEqualTo(LETTERS);
        eachOnce();
    }

    @Test
    void on_a_clock_that_stands_still_letters_go_one_by_one_in_the_order_in_which_they_were_due() {
        queueMany();
        flow(smtpUnder(new Load(4, 0), scripted.port()), "A").send(Clock.fixed(clock.instant(), VietnamTime.ZONE));
        assertThat(recipients())
                .isEqualTo(IntStream.rangeClosed(1, LETTERS)
                        .mapToObj(number -> "so-" + number + "@quangngai.example")
                        .toList());
        assertThat(scripted.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void a_connection_takes_a_hundred_letters_and_then_makes_room_for_another() {
        queueMany();
        flow(smtpUnder(Load.ONE_BY_ONE, scripted.port()), "A").send(clock);
        assertThat(scripted.commands())
                .filteredOn(command -> command.startsWith("EHLO"))
                .hasSize(LETTERS / 100);
        assertThat(scripted.commands())
                .filteredOn(command -> command.equals("QUIT"))
                .hasSize(LETTERS / 100);
    }

    @Test
    void a_connection_that_breaks_concerns_the_letter_that_was_on_it_alone() {
        queueMany();
        scripted.answer(
                ".", "250 taken", "250 taken", ScriptedSmtpServer.HANG_UP, "250 taken", ScriptedSmtpServer.HANG_UP);
        assertThat(flow(smtpUnder(new Load(4, 0), scripted.port()), "A").send(clock))
                .isEqualTo(new SendResult(LETTERS - 2, 2, 0, StopReason.NOTHING_DUE));
        clock.tick(Duration.ofMinutes(1));
        flow(smtpUnder(new Load(4, 0), scripted.port()), "A").send(clock);
        eachOnce();
    }

    @Test
    void three_letters_in_a_row_that_find_no_server_end_the_run_for_all() {
        scripted.close();
        queueMany();
        SendResult result =
                flow(smtpUnder(new Load(4, 0), scripted.port()), "A").send(clock);
        assertThat(result.stoppedBecause()).isEqualTo(StopReason.SERVER_UNREACHABLE);
        assertThat(result.retried())
                .as("three, and what the others had in hand")
                .isBetween(3, 6);
        assertThat(outbox.list(LetterState.QUEUED)).hasSize(LETTERS);
    }

    @Test
    void letters_of_a_minute_are_limited_over_all_connections() {
        IntStream.rangeClosed(1, 6).forEach(number -> queue(letterTo("so-" + number)));
        SendFlow flow = flow(smtpUnder(new Load(3, 600), scripted.port()), "A");
        long begun = System.nanoTime();
        assertThat(flow.send(clock).sent()).isEqualTo(6);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_worker_that_waits_for_its_turn_stops_at_once_when_it_is_told_and_holds_no_letter() {
        IntStream.rangeClosed(1, 3).forEach(number -> queue(letterTo("so-" + number)));
        SendFlow flow = flow(smtpUnder(new Load(2, 1), scripted.port()), "A");
        CompletableFuture<SendResult> run = CompletableFuture.supplyAsync(() -> flow.send(clock));
        while (outbox.list(LetterState.SENT).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(outbox.list(LetterState.SENDING)).isEmpty();
        flow.stop();
        assertThat(run.join()).isEqualTo(new SendResult(1, 0, 0, StopReason.STOPPING));
    }

    @Test
    void when_one_hand_fails_the_others_finish_and_the_failure_comes_out() {
        queueMany();
        AtomicInteger calls = new AtomicInteger();
        MailTransport real = smtpUnder(new Load(4, 0), scripted.port());
        MailTransport deadly = new MailTransport() {
            @Override
            public Delivery send(QueuedLetter letter) throws vn.dondoc.mail.MailException {
                if (calls.incrementAndGet() == 10) {
                    throw new PowerCut();
                }
                return real.send(letter);
            }

            @Override
            public Load load() {
                return real.load();
            }
        };
        assertThatThrownBy(() -> flow(deadly, "A").send(clock)).isInstanceOf(PowerCut.class);
        assertThat(outbox.list(LetterState.SENT)).hasSize(LETTERS - 1);
    }

    private void queueMany() {
        database.jdbi()
                .useTransaction(handle -> IntStream.rangeClosed(1, LETTERS)
                        .forEach(number -> outbox.enqueue(
                                handle, letterTo("so-" + number), "r1", false, vn.dondoc.mail.SampleLetters.MORNING)));
    }

    private List<String> recipients() {
        return scripted.delivered().stream()
                .map(mail -> mail.recipients().get(0))
                .toList();
    }

    private void eachOnce() {
        assertThat(recipients()).hasSize(LETTERS).doesNotHaveDuplicates();
        assertThat(outbox.list(LetterState.SENT)).hasSize(LETTERS);
    }
}
