package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.cli.CommandLine.Answer;

/** Help and complaints are in the language of the office, whoever words them. */
class HelpAndComplaintsTest {
    private static final String[] ENGLISH = {
        "Usage",
        "Commands:",
        "Show this",
        "Print version",
        "Missing",
        "Unknown",
        "Unmatched",
        "Invalid",
        "Expected",
        "expected",
        "COMMAND",
        "Possible",
        "Did you mean",
        "should be"
    };

    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rules publish                              | Thiếu --by NGƯỜI, --reason LÝ_DO.
            rules publish --by                         | Thiếu giá trị sau --by.
            rules publish --by --reason x              | Thiếu giá trị sau --by.
            rules publish --by A --by B --reason x     | --by ghi hai lần
            run                                        | Thiếu VIỆC.
            check --as-of hôm-nay                      | --as-of: “hôm-nay” không phải ngày; ghi dạng
            check --format xml                         | --format: không hiểu “xml”; ghi một trong: table, json, csv
            check --khong-co                           | Không có lựa chọn “--khong-co”.
            chek                                       | Có phải: check
            """)
    void a_complaint_says_what_is_missing_or_wrong(String words, String complaint) {
        Answer answer = new CommandLine(home).type(words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(complaint).doesNotContain(ENGLISH);
    }

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), Subcommands.KNOWN.keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_help_of_every_command_is_in_vietnamese(String command) {
        Answer help = new CommandLine(home).type((command + " --help").strip().split(" "));

        assertThat(help.out())
                .contains("Cách dùng: dondoc", "Hiện hướng dẫn này.")
                .doesNotContain(ENGLISH);
    }

    @Test
    void what_goes_well_is_not_logged_into_the_answer_of_a_command_that_ends() throws Exception {
        Path err = home.resolve("err");
        int exit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quiet.class.getName()))
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(exit).isZero();
        assertThat(Files.readString(err)).contains("WARN").doesNotContain("INFO");
    }

    /** Logs as a command does. */
    static final class Quiet {
        public static void main(String[] arguments) {
            vn.dondoc.logs.LogConfiguration.leaveOutWhatGoesWell();
            org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("vn.dondoc.rules.RulesInForce");
            log.info("rules in force");
            log.warn("trouble");
        }
    }
}
