package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.MORNING;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.SENDER_ADDRESS;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.smtp;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.SendResult.StopReason;
import vn.dondoc.mail.FolderTransport;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.mail.MimeComposer;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.MessageId;
import vn.dondoc.outbox.Worker;

class SendFlowTest extends SendFlowWorld {

    @Test
    void a_letter_is_sent_once_with_the_id_of_its_key() throws Exception {
        queue(letterTo("so-noi-vu"));

        assertThat(toMailbox().send(clock)).isEqualTo(new SendResult(1, 0, 0, StopReason.NOTHING_DUE));
        assertThat(toMailbox().send(clock)).isEqualTo(new SendResult(0, 0, 0, StopReason.NOTHING_DUE));

        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(mailbox.getReceivedMessages()[0].getMessageID())
                .isEqualTo(MessageId.of("so-noi-vu|reminder|2017-12-18", SENDER_ADDRESS));
        assertThat(only().state()).isEqualTo(LetterState.SENT);
        assertThat(only().progress().sentAt()).isEqualTo(MORNING);
    }

    @Test
    void a_crash_after_the_server_took_the_letter_repeats_it_with_the_same_id() throws Exception {
        queue(letterTo("so-noi-vu"));
        MailTransport real = smtp(mailboxPort());
        SendFlow dying = flow(
                letter -> {
                    real.send(letter);
                    throw new PowerCut();
                },
                "A");

        assertThatThrownBy(() -> dying.send(clock)).isInstanceOf(PowerCut.class);
        assertThat(only().state()).isEqualTo(LetterState.SENDING);
        assertThat(toMailbox().send(clock).sent()).as("the lease still holds").isZero();
        clock.tick(Worker.LEASE);
        assertThat(toMailbox().send(clock).sent()).isEqualTo(1);

        assertThat(messageIds()).hasSize(2).containsOnly(only().messageId());
        assertThat(mailbox.getReceivedMessages()[0].getHeader("Date"))
                .isEqualTo(mailbox.getReceivedMessages()[1].getHeader("Date"));
    }

    @Test
    void a_second_worker_leaves_a_leased_letter_alone() {
        queue(letterTo("so-noi-vu"));
        List<SendResult> second = new ArrayList<>();
        MailTransport real = smtp(mailboxPort());
        SendFlow first = flow(
                letter -> {
                    second.add(toMailbox().send(clock));
                    return real.send(letter);
                },
                "A");

        assertThat(first.send(clock).sent()).isEqualTo(1);
        assertThat(second).containsExactly(new SendResult(0, 0, 0, StopReason.NOTHING_DUE));
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_worker_slower_than_its_lease_does_not_undo_the_other_ones_mark() {
        queue(letterTo("so-noi-vu"));
        SendFlow slow = flow(
                letter -> {
                    clock.tick(Worker.LEASE);
                    toMailbox().send(clock);
                    throw new IllegalStateException("woke up late");
                },
                "A");
        assertThat(slow.send(clock)).isEqualTo(new SendResult(0, 0, 0, StopReason.NOTHING_DUE));
        assertThat(only().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void nothing_is_sent_while_paused() {
        queue(letterTo("so-noi-vu"));
        outbox.pause(OFFICER);
        assertThat(toMailbox().send(clock)).isEqualTo(new SendResult(0, 0, 0, StopReason.PAUSED));
        outbox.resume(OFFICER);
        assertThat(toMailbox().send(clock).sent()).isEqualTo(1);
    }

    @Test
    void a_pause_takes_hold_in_the_middle_of_a_run() {
        queue(letterTo("so-1"));
        queue(letterTo("so-2"));
        MailTransport real = smtp(mailboxPort());
        SendFlow flow = flow(
                letter -> {
                    outbox.pause(OFFICER);
                    return real.send(letter);
                },
                "A");
        assertThat(flow.send(clock)).isEqualTo(new SendResult(1, 0, 0, StopReason.PAUSED));
    }

    @Test
    void a_held_letter_goes_out_once_it_is_released() {
        database.jdbi().useTransaction(handle -> outbox.enqueue(handle, letterTo("so-noi-vu"), "r1", true, MORNING));
        assertThat(toMailbox().send(clock).sent()).isZero();
        assertThat(outbox.release(only().id(), OFFICER)).isTrue();
        assertThat(toMailbox().send(clock).sent()).isEqualTo(1);
    }

    @Test
    void in_a_rehearsal_every_letter_goes_to_the_one_address() throws Exception {
        queue(letterTo("so-noi-vu", "cchc.so-noi-vu@quangngai.example"));
        flow(smtp(mailboxPort(), "dien-tap@quangngai.example"), "A").send(clock);

        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        MimeMessage received = mailbox.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("dien-tap@quangngai.example"));
        assertThat(received.getSubject()).startsWith("[diễn tập → so-noi-vu@quangngai.example] V/v đôn đốc");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "2017-12-18, 06:59:59, OUTSIDE_HOURS",
        "2017-12-18, 07:00:00, NOTHING_DUE",
        "2017-12-18, 16:59:59, NOTHING_DUE",
        "2017-12-18, 17:00:00, OUTSIDE_HOURS",
        "2017-12-17, 09:00:00, DAY_OFF",
        "2017-12-16, 09:00:00, DAY_OFF",
        "2017-12-23, 09:00:00, NOTHING_DUE",
        "2017-09-04, 09:00:00, DAY_OFF"
    })
    void letters_go_out_in_office_hours_of_working_days_only(LocalDate day, LocalTime time, StopReason expected) {
        Instant moment = VietnamTime.at(day, time);
        database.jdbi().useTransaction(handle -> outbox.enqueue(handle, letterTo("so-noi-vu"), "r1", false, moment));
        SendResult result = toMailbox().send(moment);
        assertThat(result.stoppedBecause()).isEqualTo(expected);
        assertThat(mailbox.getReceivedMessages()).hasSize(expected == StopReason.NOTHING_DUE ? 1 : 0);
    }

    @Test
    void with_the_folder_transport_a_crash_leaves_one_file() throws Exception {
        Path letters = folder.resolve("letters");
        FolderTransport real = new FolderTransport(letters, new MimeComposer(SENDER, null));
        queue(letterTo("so-noi-vu"));
        SendFlow dying = flow(
                letter -> {
                    real.send(letter);
                    throw new PowerCut();
                },
                "A");
        assertThatThrownBy(() -> dying.send(clock)).isInstanceOf(PowerCut.class);
        clock.tick(Worker.LEASE);
        assertThat(flow(real, "A").send(clock).sent()).isEqualTo(1);
        try (var files = Files.list(letters.resolve("2017-12-18"))) {
            assertThat(files).containsExactly(letters.resolve(FolderTransport.fileOf(only())));
        }
    }
}
