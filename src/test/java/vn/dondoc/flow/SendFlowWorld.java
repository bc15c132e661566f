package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.mail.SampleLetters.MORNING;
import static vn.dondoc.mail.SampleLetters.SENDER_ADDRESS;
import static vn.dondoc.mail.SampleLetters.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.OfficeHours;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.mail.ScriptedSmtpServer;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.RetryPolicy;
import vn.dondoc.outbox.Worker;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;
import vn.dondoc.store.OutboxStore;

/** A real outbox, a real mail server and a scripted one, and a clock that is moved by hand. */
abstract class SendFlowWorld {
    static final WorkingCalendar CALENDAR = new WorkingCalendar(
            Map.of(LocalDate.of(2017, 9, 4), "Nghỉ bù Quốc khánh"), Set.of(LocalDate.of(2017, 12, 23)), Set.of(2017));
    static final OfficerAct OFFICER = new OfficerAct("Trưởng phòng CCHC", "đã kiểm tra", MORNING);

    @TempDir
    Path folder;

    final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final ScriptedSmtpServer scripted = ScriptedSmtpServer.start();
    final SettableClock clock = new SettableClock(MORNING);
    Database database;
    OutboxStore outbox;

    @BeforeEach
    void open() {
        mailbox.start();
        database = Database.open(EmptyRecords.in(folder));
        outbox = new OutboxStore(database, SENDER_ADDRESS);
    }

    @AfterEach
    void close() {
        mailbox.stop();
        scripted.close();
    }

    SendFlow toMailbox() {
        return flow(smtp(mailboxPort()), "mailbox");
    }

    SendFlow toScripted() {
        return flow(smtp(scripted.port()), "scripted");
    }

    SendFlow flow(MailTransport transport, String owner) {
        return new SendFlow(
                outbox, transport, RetryPolicy.DEFAULT, OfficeHours.DEFAULT, CALENDAR, new Worker(owner, clock));
    }

    int mailboxPort() {
        return mailbox.getSmtp().getPort();
    }

    void queue(Letter letter) {
        database.jdbi().useTransaction(handle -> outbox.enqueue(handle, letter, "r1", false, MORNING));
    }

    QueuedLetter only() {
        List<QueuedLetter> letters = outbox.list();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    List<String> messageIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : mailbox.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    /** The process ends here: nothing in the program may catch it. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }
}
