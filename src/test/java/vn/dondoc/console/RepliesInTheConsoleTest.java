package vn.dondoc.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.store.MailReply;
import vn.dondoc.store.MailReply.Conclusion;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.ReplyKind;
import vn.dondoc.store.ReplyState;
import vn.dondoc.store.ReplyStore;

/** Mails that wait for a person, as officers see them. */
class RepliesInTheConsoleTest {
    private static final Instant ARRIVED = Instant.parse("2017-12-18T01:30:00Z");

    private static SampleConsole console;

    @BeforeAll
    static void open(@TempDir Path folder) {
        console = SampleConsole.in(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void a_mail_that_waits_is_listed_read_and_seen_to() {
        long mail = waiting("hoi-lai", "Hỏi về biểu mẫu", "Đơn vị xin hỏi cách ghi mẫu số.");
        assertThat(console.get("can-bo", "/thu/tra-loi").body()).contains("Hỏi về biểu mẫu", "Sở Tư pháp");
        assertThat(console.get("can-bo", "/thu/tra-loi/" + mail).body())
                .contains("Đơn vị xin hỏi cách ghi mẫu số.", "chờ người xử lý", "18/12/2017 08:30");

        HttpResponse<String> settled =
                console.post("can-bo", "/thu/tra-loi/" + mail + "/xong", Map.of("da-lam", "Đã gọi điện hướng dẫn"));

        assertThat(settled.statusCode()).isEqualTo(303);
        MailReply now = replies().find(mail).orElseThrow();
        assertThat(now.state()).isEqualTo(ReplyState.HANDLED);
        assertThat(now.outcome()).contains("Đã gọi điện hướng dẫn");
        assertThat(console.get("can-bo", "/thu/tra-loi").body()).doesNotContain("Hỏi về biểu mẫu");
        assertThat(console.get("can-bo", "/thu/tra-loi?trang-thai=handled").body())
                .contains("Hỏi về biểu mẫu");
    }

    @Test
    void who_does_not_say_what_was_done_is_asked_and_the_mail_waits_on() {
        long mail = waiting("im-lang", "Kính gửi", "Xin trao đổi thêm.");
        HttpResponse<String> asked = console.post("can-bo", "/thu/tra-loi/" + mail + "/xong", Map.of("da-lam", " "));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Chưa ghi đã làm gì");
        assertThat(replies().find(mail).orElseThrow().state()).isEqualTo(ReplyState.WAITING);
    }

    @Test
    void what_a_mail_says_is_text_whatever_it_holds() {
        long mail = waiting("xau", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        for (String page : List.of("/thu/tra-loi", "/thu/tra-loi/" + mail)) {
            assertThat(console.get("can-bo", page).body()).doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void an_address_from_which_letters_came_back_is_shown_until_somebody_takes_the_mark_away() {
        var addresses = console.dondoc().mailroom().addresses();
        addresses.mark("hong@quangngai.example", "hộp thư không tồn tại", ARRIVED);
        assertThat(console.get("can-bo", "/thu/tra-loi").body())
                .contains("hong@quangngai.example", "hộp thư không tồn tại");
        console.post("can-bo", "/thu/tra-loi/dia-chi", Map.of("dia-chi", "hong@quangngai.example"));
        assertThat(addresses.list()).isEmpty();
    }

    @Test
    void a_contact_and_a_leader_read_none_of_it() {
        long mail = waiting("rieng", "Riêng của Sở Nội vụ", "Nội dung riêng.");
        for (String person : List.of("so-tu-phap", "lanh-dao")) {
            assertThat(console.get(person, "/thu/tra-loi").statusCode()).isEqualTo(403);
            assertThat(console.get(person, "/thu/tra-loi/" + mail).body()).doesNotContain("Nội dung riêng.");
        }
    }

    private static long waiting(String key, String subject, String body) {
        ReplyStore replies = replies();
        replies.take(key, "<" + key + "@quangngai.example>", "2017/12/" + key + ".eml", true, ARRIVED);
        MailReply mail = replies.unread().get(0);
        Content content = new Content("so-tu-phap@quangngai.example", "so-tu-phap", subject, body, List.of("kem.docx"));
        replies.conclude(
                mail,
                new Conclusion(ReplyState.WAITING, ReplyKind.OTHER, content, List.of("không rõ đơn vị muốn gì")),
                null,
                ARRIVED);
        return mail.id();
    }

    private static ReplyStore replies() {
        return console.dondoc().mailroom().replies();
    }
}
