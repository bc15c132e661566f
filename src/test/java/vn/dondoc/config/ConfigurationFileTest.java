package vn.dondoc.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import vn.dondoc.config.MailConfiguration.Release;
import vn.dondoc.config.MailConfiguration.Transport;
import vn.dondoc.config.SmtpConfiguration.Security;
import vn.dondoc.reading.Problems;

class ConfigurationFileTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final String PASSWORD = "mật khẩu rất bí mật";

    @TempDir
    Path home;

    private final Problems problems = new Problems();

    @BeforeEach
    void a_home_with_one_plan_and_one_secret() throws IOException {
        Files.createDirectories(home.resolve("rules/plan-881"));
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("smtp.secret"), PASSWORD + "\n");
        Files.writeString(home.resolve("two-lines.secret"), "một\nhai\n");
        Files.writeString(home.resolve("empty.secret"), "\n");
    }

    @Test
    void the_shipped_file_holds_nothing_but_defaults() throws IOException {
        Configuration shipped = ConfigurationFile.read(CHECKOUT, Map.of(), problems);
        assertThat(shipped).isEqualTo(read(""));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_shipped_file_shows_every_key_in_the_order_of_the_effective_settings() throws IOException {
        Map<String, Object> shipped = new Yaml().load(Files.readString(CHECKOUT.resolve("config/dondoc.yaml")));
        assertThat(keysOf("", shipped))
                .containsExactlyElementsOf(read("").settings().keySet());
    }

    @Test
    void the_defaults_are_those_of_the_manual() throws IOException {
        Configuration defaults = read("");
        assertThat(defaults.plan()).isEqualTo(new PlanConfiguration("plan-881", null, null, ""));
        assertThat(defaults.database().file()).isEqualTo("data/dondoc.db");
        assertThat(defaults.intake()).isEqualTo(new IntakeConfiguration(20, false, Set.of()));
        assertThat(defaults.mail().transport()).isEqualTo(Transport.FOLDER);
        assertThat(defaults.mail().release()).isEqualTo(Release.ALERTS);
        assertThat(defaults.mail().smtp().security()).isEqualTo(Security.STARTTLS);
        assertThat(defaults.mail().officeHours()).isEqualTo(new OfficeHours(LocalTime.of(7, 0), LocalTime.of(17, 0)));
        assertThat(defaults.web()).isEqualTo(new WebConfiguration("", "127.0.0.1", 8881, 30, 60));
        assertThat(defaults.locale()).isEqualTo("vi");
    }

    @Test
    void letters_can_be_in_english() throws IOException {
        assertThat(read("locale: en").locale()).isEqualTo("en");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void what_is_written_counts() throws IOException {
        Configuration written = read("""
                plan: {goLive: "12/05/2017", closed: "31/12/2021", closedBy: "Báo cáo 12/BC-UBND ngày 05/01/2022"}
                intake: {maxMegabytes: 500, partial: có}
                mail:
                  transport: smtp
                  redirectAllTo: tap-duot@snv.example
                  release: none
                  smtp: {host: mail.quangngai.example, port: 465, security: tls, username: dondoc, passwordFile: smtp.secret}
                  officeHours: {from: 8:00, to: "16:30"}
                """);
        assertThat(problems.list()).isEmpty();
        assertThat(written.plan().goLive()).isEqualTo(LocalDate.of(2017, 5, 12));
        assertThat(written.plan().closed()).isEqualTo(LocalDate.of(2021, 12, 31));
        assertThat(written.intake()).isEqualTo(new IntakeConfiguration(500, true, Set.of()));
        assertThat(written.mail().smtp().password().reveal()).isEqualTo(PASSWORD);
        assertThat(written.mail().officeHours()).isEqualTo(new OfficeHours(LocalTime.of(8, 0), LocalTime.of(16, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dondoc.quangngai.example",
                "https://quangngai.example:8443/dondoc/",
                "http://localhost:8881",
                "http://127.0.0.1:8881/",
                "http://[::1]:8881"
            })
    void the_pages_are_reached_by_https_or_from_this_machine(String address) throws IOException {
        String read = read("web: {publicAddress: \"" + address + "\"}").web().publicAddress();
        assertThat(problems.list()).isEmpty();
        assertThat(address).startsWith(read);
        assertThat(read).doesNotEndWith("/");
    }

    @Test
    void monitoring_is_off_and_on_this_machine_alone_unless_said_otherwise() throws IOException {
        assertThat(read("").monitoring()).isEqualTo(new MonitoringConfiguration("127.0.0.1", 0, ""));
        assertThat(read("monitoring: {address: 8882}").monitoring().host()).isEqualTo("127.0.0.1");
        assertThat(read("monitoring: {address: \"0.0.0.0:65535\"}").monitoring())
                .isEqualTo(new MonitoringConfiguration("0.0.0.0", 65_535, ""));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address: \"127.0.0.1:65536\"",
                "address: \"127.0.0.1:0\"",
                "address: mot-may",
                "pingUrl: \"ftp://x\""
            })
    void an_address_that_monitoring_cannot_use_is_refused(String line) throws IOException {
        read("monitoring: {" + line + "}");
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void who_knows_the_address_to_call_could_keep_the_alarm_silent_so_it_is_not_printed() throws IOException {
        Configuration read = read("monitoring: {pingUrl: \"https://giam-sat.don-vi.example/ma-rieng\"}");
        assertThat(problems.list()).isEmpty();
        assertThat(read.monitoring().pingUrl()).endsWith("ma-rieng");
        assertThat(read.toString() + read.settings()).doesNotContain("ma-rieng");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listen: \"127.0.0.1:9000\"",
                "listen: \"127.8.8.8:9000\"",
                "listen: \"localhost:9000\"",
                "listen: \"[::1]:9000\"",
                "listen: 9000",
                "listen: không",
                "listen: \"0.0.0.0:9000\", publicAddress: \"https://dieu-hanh.don-vi.example\""
            })
    void passwords_reach_the_console_on_this_machine_or_encrypted(String lines) throws IOException {
        read("console: {" + lines + "}");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_secret_may_come_from_the_environment() throws IOException {
        Secret secret = read("mail: {smtp: {username: u, passwordEnvironment: SMTP_WORD}}")
                .mail()
                .smtp()
                .password();
        assertThat(problems.list()).isEmpty();
        assertThat(secret.reveal()).isEqualTo(PASSWORD);
    }

    @Test
    void a_secret_is_never_printed() throws IOException {
        Configuration fromFile = read("mail: {smtp: {username: u, passwordFile: smtp.secret}}");
        Configuration fromEnvironment = read("mail: {smtp: {username: u, passwordEnvironment: SMTP_WORD}}");
        for (Configuration configuration : List.of(fromFile, fromEnvironment)) {
            assertThat(configuration.toString()).contains("password=********").doesNotContain("bí mật");
            assertThat(configuration.settings().toString()).doesNotContain("bí mật");
        }
        assertThat(fromFile.settings()).containsEntry("mail.smtp.passwordFile", "smtp.secret");
    }

    @Test
    void the_password_of_the_database_is_never_printed() throws IOException {
        Configuration configuration =
                read("database: {url: \"jdbc:postgresql://pg/d\", username: u, passwordEnvironment: SMTP_WORD}");
        assertThat(problems.list()).isEmpty();
        assertThat(configuration.database().isServer()).isTrue();
        assertThat(configuration.database().password().reveal()).isEqualTo(PASSWORD);
        assertThat(configuration.toString() + configuration.settings())
                .contains("jdbc:postgresql://pg/d", "********")
                .doesNotContain("bí mật");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://pg/d?user=u&password=bí_mật",
                "jdbc:postgresql://u:bí_mật@pg/d",
                "jdbc:mysql://u:bí_mật@pg/d"
            })
    void a_password_in_the_address_of_the_database_is_refused_and_not_shown(String url) throws IOException {
        Configuration configuration = read("database: {url: \"" + url + "\"}");
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().toString() + configuration.settings()).doesNotContain("bí_mật");
    }

    @Test
    void a_faulty_secret_is_not_printed_with_the_problem() throws IOException {
        Files.writeString(home.resolve("two-lines.secret"), "bí mật\nhai");
        read("mail: {smtp: {username: u, passwordFile: two-lines.secret}}");
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().toString()).doesNotContain("bí mật");
    }

    @Test
    void office_hours_take_in_their_start_and_leave_out_their_end() {
        OfficeHours hours = new OfficeHours(LocalTime.of(7, 0), LocalTime.of(17, 0));
        assertThat(hours.contains(LocalTime.of(6, 59, 59))).isFalse();
        assertThat(hours.contains(LocalTime.of(7, 0))).isTrue();
        assertThat(hours.contains(LocalTime.of(16, 59, 59))).isTrue();
        assertThat(hours.contains(LocalTime.of(17, 0))).isFalse();
    }

    @Test
    void a_missing_file_is_one_problem() {
        ConfigurationFile.read(home, Map.of(), problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains("dondoc.yaml", "không đọc được tệp");
    }

    @Test
    void all_mistakes_are_reported_at_once() throws IOException {
        read("""
                plann: {folder: plan-881}
                intake: {maxMegabytes: nhiều}
                mail:
                  from: không phải thư
                  officeHours: {from: 7h}
                """);
        assertThat(problems.list()).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_refused_with_its_line_and_a_hint(String text, String line, String message, String hint)
            throws IOException {
        read(text);
        assertThat(problems.list()).as(problems.list().toString()).hasSize(1);
        assertThat(problems.list().get(0).place()).startsWith("dondoc.yaml, " + line);
        assertThat(problems.list().get(0).message()).contains(message);
        assertThat(problems.list().get(0).hint()).contains(hint);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("\nplam: {}", "dòng 2, khóa “plam”", "không có khóa", "“plan”"),
                arguments("mail:\n  smtp:\n    hots: x", "dòng 3, khóa “mail.smtp.hots”", "không có khóa", "“host”"),
                arguments("plan: {folder: ../etc}", "dòng 1, khóa “plan.folder”", "không phải tên thư mục", "rules"),
                arguments("plan: {folder: plan-88}", "dòng 1", "không có thư mục rules/plan-88", "“plan-881”"),
                arguments("plan: {goLive: 02/01/1017}", "dòng 1, khóa “plan.goLive”", "năm 1017", "kiểm tra lại năm"),
                arguments("plan: {goLive: 31/02/2018}", "dòng 1, khóa “plan.goLive”", "không phải ngày", "31/12"),
                arguments("plan:\n  closed: 01/01/2020", "dòng 2, khóa “plan.closed”", "văn bản", "closedBy"),
                arguments("plan: {closedBy: QĐ 1}", "dòng 1, khóa “plan.closedBy”", "không có ngày", "closed:"),
                arguments(
                        "plan: {goLive: 02/01/2018, closed: 01/01/2018, closedBy: QĐ 1}",
                        "dòng 1, khóa “plan.closed”",
                        "trước ngày bắt đầu",
                        "sửa"),
                arguments("database: {file: \"a\\0b\"}", "dòng 1, khóa “database.file”", "một dòng", ""),
                arguments(
                        "database: {url: \"jdbc:mysql://a/b\"}",
                        "dòng 1, khóa “database.url”",
                        "“jdbc:mysql",
                        "jdbc:post"),
                arguments("database: {passwordFile: smtp.secret}", "dòng 1", "không có tên", "username"),
                arguments("intake: {maxMegabytes: 0}", "dòng 1, khóa “intake.maxMegabytes”", "“0”", "từ 1 đến 500"),
                arguments("intake: {maxMegabytes: 501}", "dòng 1", "“501”", "từ 1 đến 500"),
                arguments("intake: {partial: maybe}", "dòng 1, khóa “intake.partial”", "true hoặc false", ""),
                arguments("mail: {transport: smpt}", "dòng 1, khóa “mail.transport”", "“smpt”", "folder, smtp"),
                arguments("mail: {transport: smtp}", "dòng 1, khóa “mail.smtp.host”", "chưa có máy chủ", "host:"),
                arguments("mail: {from: a b@c.vn}", "dòng 1, khóa “mail.from”", "không phải địa chỉ", "không dấu"),
                arguments("mail: {replyTo: sở@snv.vn}", "dòng 1, khóa “mail.replyTo”", "không phải địa chỉ", "ten@"),
                arguments("mail: {redirectAllTo: x}", "dòng 1, khóa “mail.redirectAllTo”", "không phải", "ten@"),
                arguments("mail: {fromName: \"A\\nBcc: b@c.vn\"}", "dòng 1, khóa “mail.fromName”", "một dòng", ""),
                arguments("mail: {release: alert}", "dòng 1, khóa “mail.release”", "“alert”", "all, alerts, none"),
                arguments("mail: {smtp: {host: a:25/b}}", "dòng 1, khóa “mail.smtp.host”", "tên máy chủ", "tên miền"),
                arguments("mail: {smtp: {port: 65536}}", "dòng 1, khóa “mail.smtp.port”", "“65536”", "65535"),
                arguments("mail: {smtp: {port: 0}}", "dòng 1, khóa “mail.smtp.port”", "“0”", "từ 1"),
                arguments("mail: {smtp: {port: 465}}", "dòng 1, khóa “mail.smtp.security”", "465", "tls"),
                arguments("mail: {smtp: {security: ssl}}", "dòng 1, khóa “mail.smtp.security”", "“ssl”", "starttls"),
                arguments("mail: {smtp: {timeoutSeconds: 601}}", "dòng 1", "“601”", "600"),
                arguments("mail: {smtp: {connections: 0}}", "dòng 1", "“0”", "1"),
                arguments("mail: {smtp: {connections: 21}}", "dòng 1", "“21”", "20"),
                arguments("mail: {smtp: {lettersPerMinute: -1}}", "dòng 1", "“-1”", "0"),
                arguments("mail: {smtp: {username: u}}", "dòng 1", "không có mật khẩu", "passwordFile"),
                arguments("mail: {smtp: {passwordFile: smtp.secret}}", "dòng 1", "không có tên", "username"),
                arguments(
                        "mail: {smtp: {username: u, passwordFile: smtp.secret, security: none, host: mail.vn}}",
                        "dòng 1, khóa “mail.smtp.security”",
                        "không mã hóa",
                        "tls"),
                arguments(
                        "mail: {smtp: {username: u, passwordFile: smtp.secret, passwordEnvironment: SMTP_WORD}}",
                        "dòng 1, khóa “mail.smtp.passwordEnvironment”",
                        "hai nơi",
                        "một"),
                arguments("mail: {smtp: {username: u, passwordFile: no}}", "dòng 1", "không đọc được", "quyền"),
                arguments("mail: {smtp: {username: u, passwordFile: empty.secret}}", "dòng 1", "một dòng", "ghi lại"),
                arguments("mail: {smtp: {username: u, passwordFile: two-lines.secret}}", "dòng 1", "một dòng", ""),
                arguments("mail: {smtp: {username: u, passwordEnvironment: NO}}", "dòng 1", "chưa đặt", "đặt biến"),
                arguments("mail: {smtp: {password: x}}", "dòng 1, khóa “mail.smtp.password”", "không có khóa", ""),
                arguments("mail: {officeHours: {from: 7h30}}", "dòng 1", "không phải giờ", "07:00"),
                arguments("mail: {officeHours: {to: \"24:00\"}}", "dòng 1", "không phải giờ", "17:00"),
                arguments("mail: {officeHours: {from: \"17:00\"}}", "dòng 1", "không trước giờ cuối", "sửa"),
                arguments(
                        "web: {publicAddress: dondoc.vn}", "dòng 1, khóa “web.publicAddress”", "“dondoc.vn”", "https"),
                arguments("web: {publicAddress: \"ftp://a.vn\"}", "dòng 1, khóa “web.publicAddress”", "ftp", "https"),
                arguments("web: {publicAddress: \"https://a.vn/?x=1\"}", "dòng 1", "không phải địa chỉ trang", "https"),
                arguments("web: {publicAddress: \"https://a b.vn\"}", "dòng 1", "không phải địa chỉ trang", "https"),
                arguments(
                        "web: {publicAddress: \"http://dondoc.vn\"}",
                        "dòng 1, khóa “web.publicAddress”",
                        "không mã hóa",
                        "https"),
                arguments("web: {host: \"a b\"}", "dòng 1, khóa “web.host”", "không phải địa chỉ của máy", "127.0.0.1"),
                arguments("web: {port: 0}", "dòng 1, khóa “web.port”", "“0”", "từ 1"),
                arguments("web: {linkDays: 0}", "dòng 1, khóa “web.linkDays”", "“0”", "từ 1 đến 365"),
                arguments("web: {longestPromiseDays: 366}", "dòng 1", "“366”", "từ 1 đến 365"),
                arguments("web: {address: x}", "dòng 1, khóa “web.address”", "không có khóa", ""),
                arguments(
                        "console: {listen: \"0.0.0.0:8880\"}",
                        "dòng 1, khóa “console.listen”",
                        "mật khẩu sẽ đi qua mạng không mã hóa",
                        "console.publicAddress"),
                arguments("console: {listen: \"dieu-hanh.don-vi.example:80\"}", "dòng 1", "không mã hóa", "127.0.0.1"),
                arguments("console: {listen: \"127.0.0.1:65536\"}", "dòng 1, khóa “console.listen”", "cổng", "8880"),
                arguments("locale: fr", "dòng 1, khóa “locale”", "“fr”", "vi"),
                arguments("mail: thư", "dòng 1, khóa “mail”", "khóa: giá trị", ""),
                arguments("plan:\n\tfolder: x", "dòng 2", "sai cú pháp YAML", "dấu cách"));
    }

    private Configuration read(String text) throws IOException {
        Files.writeString(home.resolve("config/dondoc.yaml"), text);
        return ConfigurationFile.read(home, Map.of("SMTP_WORD", PASSWORD), problems);
    }

    @SuppressWarnings("unchecked")
    private static List<String> keysOf(String path, Map<String, Object> block) {
        List<String> keys = new ArrayList<>();
        block.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                keys.addAll(keysOf(path + key + ".", (Map<String, Object>) inner));
            } else {
                keys.add(path + key);
            }
        });
        return keys;
    }
}
