package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** People and tokens from the server's own command line. */
class UserCommandTest {
    @TempDir
    private Path folder;

    private CommandLine line;

    @BeforeEach
    void install() throws IOException {
        line = new CommandLine(TemporaryHome.in(folder.resolve("home")));
    }

    @Test
    void somebody_added_is_listed_and_given_a_link_to_choose_his_password() {
        Answer added = add("so-tu-phap", "dau-moi", "--agency", "so-tu-phap");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.out()).containsPattern("http://127\\.0\\.0\\.1:\\d+/vao/[A-Za-z0-9_-]{43}");
        JsonNode people = line.type("user", "list", "--format", "json").json();
        assertThat(people).hasSize(1);
        assertThat(people.get(0).get("login").asText()).isEqualTo("so-tu-phap");
        assertThat(people.get(0).get("role").asText()).isEqualTo("dau-moi");
        assertThat(people.get(0).get("agency").asText()).isEqualTo("so-tu-phap");
        assertThat(people.get(0).get("hasPassword").asBoolean()).isFalse();
    }

    @Test
    void every_mistake_is_told_at_once_with_what_to_write_instead() {
        Answer refused =
                line.type("user", "add", "Sở Tư pháp", "--title", "", "--role", "dau-moi", "--agency", "so-tu-fap");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("tên đăng nhập")
                .contains("chức danh")
                .contains("so-tu-phap");
        assertThat(add("can-bo", "dau-moi").err()).contains("đầu mối phải thuộc một đơn vị");
        assertThat(add("can-bo", "can-bo", "--agency", "so-tu-phap").err()).contains("chỉ đầu mối thuộc một đơn vị");
        assertThat(add("can-bo", "sep").exit()).isEqualTo(2);
        assertThat(add("can-bo", "can-bo").exit()).isZero();
        assertThat(add("can-bo", "can-bo").err()).contains("đã có người dùng");
        assertThat(line.type("user", "lock", "can-boo").err()).contains("can-bo");
    }

    @Test
    void a_password_comes_from_a_file_and_never_from_the_arguments() throws IOException {
        add("can-bo", "can-bo");
        Path file = Files.writeString(folder.resolve("mat-khau"), "bốn từ không liên quan\n");
        assertThat(line.type("user", "password", "can-bo", "--password-file", file.toString())
                        .exit())
                .isZero();
        assertThat(line.type("user", "list").out()).contains("can-bo").doesNotContain("chưa đặt mật khẩu");
        Files.writeString(file, "ngan");
        Answer refused = line.type("user", "password", "can-bo", "--password-file", file.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("ngắn hơn 12 ký tự").doesNotContain("“ngan”");
        assertThat(line.type("user", "password", "can-bo", "bi-mat-bi-mat-bi-mat")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void the_last_administrator_is_neither_locked_nor_given_another_role() throws IOException {
        Path file = Files.writeString(folder.resolve("mat-khau"), "bốn từ không liên quan\n");
        add("quan-tri", "quan-tri", "--password-file", file.toString());
        assertThat(line.type("user", "lock", "quan-tri").err()).contains("người quản trị duy nhất");
        assertThat(line.type("user", "role", "quan-tri", "can-bo").err()).contains("người quản trị duy nhất");
        add("quan-tri-2", "quan-tri", "--password-file", file.toString());
        assertThat(line.type("user", "role", "quan-tri", "can-bo").exit()).isZero();
        assertThat(line.type("user", "lock", "quan-tri-2").exit()).isEqualTo(1);
        assertThat(line.type("user", "lock", "quan-tri").exit()).isZero();
        assertThat(line.type("user", "list").out()).contains("đã khóa");
        assertThat(line.type("user", "unlock", "quan-tri").exit()).isZero();
        assertThat(line.type("user", "reset-totp", "quan-tri").exit()).isZero();
        assertThat(line.type("audit", "export").out())
                .contains("thêm người dùng")
                .contains("đổi quyền người dùng")
                .contains("khóa người dùng")
                .contains("bỏ mã xác thực hai bước")
                .contains("dòng lệnh máy chủ");
        assertThat(line.type("audit", "verify").exit()).isZero();
    }

    @Test
    void a_token_is_printed_once_and_can_be_taken_back() {
        Answer made = line.type("user", "token", "add", "--name", "Phần mềm một cửa", "--scope", "report,read");
        assertThat(made.exit()).as(made.err()).isZero();
        String token = made.out().strip();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(line.type("user", "token", "list").out())
                .contains("số 1: Phần mềm một cửa – report,read, mọi đơn vị")
                .contains("đang dùng được")
                .doesNotContain(token);
        assertThat(line.type("user", "token", "revoke", "1").exit()).isZero();
        assertThat(line.type("user", "token", "revoke", "1").exit()).isEqualTo(1);
        assertThat(line.type("user", "token", "list").out()).contains("đã thu hồi");
    }

    @Test
    void a_token_for_longer_than_a_year_for_an_unknown_unit_or_scope_is_refused() {
        assertThat(line.type("user", "token", "add", "--name", "x", "--scope", "read", "--until", "18/12/2018")
                        .exit())
                .isZero();
        assertThat(line.type("user", "token", "add", "--name", "x", "--scope", "read", "--until", "19/12/2018")
                        .err())
                .contains("xa quá một năm");
        assertThat(line.type("user", "token", "add", "--name", "x", "--scope", "read", "--until", "17/12/2017")
                        .err())
                .contains("đã qua");
        assertThat(line.type("user", "token", "add", "--name", "x", "--scope", "read", "--agency", "so-tu-fap")
                        .err())
                .contains("so-tu-phap");
        assertThat(line.type("user", "token", "add", "--name", "x", "--scope", "write")
                        .exit())
                .isEqualTo(2);
    }

    private Answer add(String login, String role, String... more) {
        String[] words = new String[7 + more.length];
        String[] first = {"user", "add", login, "--title", "Chuyên viên", "--role", role};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return line.type(words);
    }
}
