package vn.dondoc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.QueuedLetter;
import vn.dondoc.outbox.Worker;

class LetterAttachmentsTest {
    private static final Instant MORNING = Instant.parse("2017-12-18T00:30:00Z");
    private static final Attachment CALENDAR = Attachment.file(
            "han.ics",
            "text/calendar; charset=UTF-8; method=PUBLISH",
            "BEGIN:VCALENDAR Hạn nộp".getBytes(StandardCharsets.UTF_8));
    private static final Attachment CHART =
            Attachment.picture("chart.png", "chart@dondoc", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, -1});
    private static final Attachment EMPTY = Attachment.file("trong.txt", "text/plain", new byte[0]);

    @TempDir
    Path folder;

    private Database database;
    private OutboxStore outbox;

    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(EmptyRecords.in(folder));
    }

    @BeforeEach
    void open() {
        database = Database.open(address());
        outbox = new OutboxStore(database, "nhac-viec@quangngai.example");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_goes_with_a_letter_comes_back_byte_for_byte_and_in_order() {
        enqueue("so-noi-vu", CHART, CALENDAR, EMPTY);

        QueuedLetter claimed = outbox.claims()
                .claimNext(MORNING, new Worker("A", Clock.fixed(MORNING, ZoneOffset.UTC)))
                .orElseThrow();
        assertThat(claimed.letter().attachments()).containsExactly(CHART, CALENDAR, EMPTY);
        assertThat(outbox.find(claimed.id()).orElseThrow().letter().attachments())
                .containsExactly(CHART, CALENDAR, EMPTY);
        assertThat(database.jdbi()
                        .withHandle(handle -> outbox.findByKey(handle, "so-noi-vu|reminder|2017-12-18"))
                        .orElseThrow())
                .isEqualTo(outbox.find(claimed.id()).orElseThrow());
    }

    @Test
    void a_list_of_letters_does_not_load_them() {
        enqueue("so-noi-vu", CALENDAR);

        assertThat(outbox.list().get(0).letter().attachments()).isEmpty();
        assertThat(outbox.list().get(0).with(List.of(CALENDAR)))
                .isEqualTo(outbox.find(1).orElseThrow());
    }

    @Test
    void the_same_bytes_are_kept_once_whatever_their_name() {
        enqueue("so-noi-vu", CALENDAR);
        enqueue("so-y-te", Attachment.file("khac.ics", "text/calendar", CALENDAR.content()), CHART);

        assertThat(count("attachment_content")).isEqualTo(2);
        assertThat(count("letter_attachment")).isEqualTo(3);
    }

    @Test
    void a_second_letter_of_the_same_key_brings_nothing() {
        enqueue("so-noi-vu", CALENDAR);
        enqueue("so-noi-vu", CHART);

        assertThat(outbox.find(1).orElseThrow().letter().attachments()).containsExactly(CALENDAR);
        assertThat(count("attachment_content")).isEqualTo(1);
    }

    @Test
    void a_decision_that_is_rolled_back_leaves_no_attachment() {
        assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                    outbox.enqueue(handle, letter("so-noi-vu", CALENDAR), "r1", false, MORNING);
                    throw new IllegalStateException("crash");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("attachment_content")).isZero();
        assertThat(count("letter_attachment")).isZero();
    }

    private void enqueue(String agency, Attachment... attachments) {
        database.jdbi()
                .useTransaction(handle -> outbox.enqueue(handle, letter(agency, attachments), "r1", false, MORNING));
    }

    private int count(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }

    private static Letter letter(String agency, Attachment... attachments) {
        return new Letter(
                agency + "|reminder|2017-12-18",
                LetterKind.REMINDER,
                agency + "@quangngai.example",
                List.of(),
                agency,
                LocalDate.of(2017, 12, 18),
                "V/v nhắc việc",
                "Kính gửi: Sở Nội vụ\n",
                "<p>Kính gửi: Sở Nội vụ</p>",
                2,
                "due-soon",
                List.of(attachments));
    }
}
