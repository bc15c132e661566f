package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.cli.PostOffice.JUSTICE;
import static vn.dondoc.cli.PostOffice.MAILBOX;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;

/** What the settings of the mailbox change. */
class MailboxSettingsTest {
    @TempDir
    private Path home;

    @Test
    void with_tags_the_address_to_answer_to_carries_the_mark_and_that_is_enough() throws Exception {
        try (PostOffice post = new PostOffice(home, List.of("replyTags: true"), List.of())) {
            String address = post.letterTo(JUSTICE).getReplyTo()[0].toString();
            assertThat(address).matches("don-doc\\+[0-9a-f]{40}@quangngai\\.example");
            post.deliver(post.answerFrom(JUSTICE)
                    .without("References")
                    .without("In-Reply-To")
                    .header("To", "Đôn Đốc <" + address.toUpperCase(java.util.Locale.ROOT) + ">")
                    .saying("Hẹn ngày 05/01/2018")
                    .written());
            assertThat(post.readMailbox()).contains("xử lý 1");
            post.deliver(post.answerFrom(JUSTICE)
                    .without("References")
                    .header("Message-ID", "<2@x.example>")
                    .header("To", MAILBOX)
                    .saying("Hẹn ngày 05/01/2018")
                    .written());
            assertThat(post.readMailbox("2017-12-18T10:02")).contains("chờ người 1");
        }
    }

    @Test
    void a_mail_that_is_kept_goes_to_the_folder_for_handled_ones() throws Exception {
        try (PostOffice post = new PostOffice(home, List.of(), List.of("handledFolder: Da xu ly"))) {
            post.deliver(post.answerFrom(JUSTICE)
                    .header("Subject", "Re: 881")
                    .saying("Đã hoàn thành.")
                    .written());
            assertThat(post.readMailbox()).contains("Lấy 1 thư; xử lý 1");
            assertThat(post.subjectsIn("Da xu ly")).containsExactly("Re: 881");
            assertThat(post.subjectsIn("INBOX")).isEmpty();
            assertThat(post.readMailbox("2017-12-18T10:02")).contains("Lấy 0 thư");
        }
    }

    @Test
    void a_password_that_is_refused_is_told_at_once() throws Exception {
        try (PostOffice post = new PostOffice(home)) {
            Files.writeString(home.resolve("config/imap-password"), "sai\n");
            assertThat(post.readMailbox())
                    .contains("không nhận tên đăng nhập, mật khẩu")
                    .doesNotContain("sai\n");
            assertThat(post.type("outbox", "list").out()).contains("[Vận hành] Không đọc được hộp thư trả lời");
        }
    }

    @Test
    void without_a_mailbox_nothing_is_fetched_and_letters_carry_no_mark() throws Exception {
        TemporaryHome.mailOnlyTo(TemporaryHome.in(home), "so-tu-phap"::equals);
        TemporaryHome.configure(home, "release: none");
        CommandLine dondoc = new CommandLine(home);
        assertThat(dondoc.type("run", "replies").out()).contains("Chưa cấu hình hộp thư");
        dondoc.type("run", "morning-check");
        dondoc.type("run", "send");
        try (var letters = Files.walk(home.resolve("data/letters"))) {
            assertThat(letters.filter(file -> file.toString().endsWith(".eml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("tra-loi@"));
        }
        assertThat(home.resolve("data/ack-secret")).doesNotExist();
    }
}
