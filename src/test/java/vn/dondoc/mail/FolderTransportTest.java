package vn.dondoc.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.mail.SampleLetters.SENDER;
import static vn.dondoc.mail.SampleLetters.letter;
import static vn.dondoc.mail.SampleLetters.letterTo;
import static vn.dondoc.mail.SampleLetters.queued;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.QueuedLetter;

class FolderTransportTest {
    @TempDir
    Path folder;

    @Test
    void a_letter_becomes_a_file_that_mail_programs_read() throws Exception {
        QueuedLetter letter = queued(letterTo("so-noi-vu"));
        transport().send(letter);

        Path file = folder.resolve(FolderTransport.fileOf(letter));
        assertThat(files()).containsExactly(file);
        assertThat(folder.relativize(file).toString())
                .matches("2017-12-18/073000-reminder-so-noi-vu-[0-9a-f]{8}\\.eml");
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage read = new MimeMessage((Session) null, in);
            assertThat(read.getMessageID()).isEqualTo(letter.messageId());
            assertThat(read.getSubject()).isEqualTo(SampleLetters.SUBJECT);
        }
    }

    @Test
    void a_repeat_overwrites_itself() throws Exception {
        QueuedLetter letter = queued(letterTo("so-noi-vu"));
        transport().send(letter);
        byte[] first = Files.readAllBytes(files().get(0));
        transport().send(letter);
        assertThat(files()).hasSize(1);
        assertThat(Files.readAllBytes(files().get(0))).isEqualTo(first);
    }

    @Test
    void letters_of_one_second_do_not_overwrite_each_other() throws Exception {
        transport().send(queued(letterTo("so-noi-vu")));
        transport().send(queued(letter("so-noi-vu", LetterKind.ALERT, "a@x.example", List.of(), "V/v cảnh báo")));
        transport().send(queued(letterTo("so-y-te")));
        assertThat(files()).hasSize(3);
    }

    @Test
    void a_name_with_slashes_and_diacritics_stays_inside_the_folder() throws Exception {
        transport()
                .send(queued(letter(
                        "../../Chủ tịch UBND tỉnh Đ", LetterKind.DIGEST, "a@x.example", List.of(), "Tổng hợp tuần")));
        assertThat(files()).hasSize(1);
        assertThat(files().get(0).getFileName().toString())
                .matches("073000-digest-chu-tich-ubnd-tinh-d-[0-9a-f]{8}\\.eml");
    }

    @Test
    void a_folder_that_cannot_be_written_leaves_the_letter_for_later() throws Exception {
        Path blocked = Files.writeString(folder.resolve("letters"), "a file stands in the way");
        FolderTransport transport = new FolderTransport(blocked, new MimeComposer(SENDER, null));
        assertThatThrownBy(() -> transport.send(queued(letterTo("so-noi-vu"))))
                .isInstanceOfSatisfying(MailException.class, failure -> {
                    assertThat(failure.permanent()).isFalse();
                    assertThat(failure.serverUnreachable()).isTrue();
                });
    }

    private FolderTransport transport() {
        return new FolderTransport(folder, new MimeComposer(SENDER, null));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
