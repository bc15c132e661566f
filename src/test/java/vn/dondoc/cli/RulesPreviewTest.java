package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;

/** What an edit would change, on what a home was told and on nothing. */
class RulesPreviewTest {
    private static final String UNIT = "so-y-te";
    private static final String QUARTERLY = "III.1-03";

    @TempDir
    private Path home;

    private CommandLine dondoc = new CommandLine(Path.of(""));

    /** The report of the first quarter is in on the first of March; then its date of following up is moved by a week. */
    @BeforeEach
    void report_and_edit() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.mailOnlyTo(home, UNIT::equals);
        dondoc = new CommandLine(home);
        dondoc.setClock("2018-03-01T07:00");
        dondoc.type("run", "morning-check");
        Path report = Files.writeString(home.resolve("báo cáo.json"), """
                {"agency": "so-y-te", "period": "2018-Q1", "entries": [
                 {"duty": "III.1-03", "status": "done", "completedOn": "2018-03-01",
                  "evidence": [{"ref": "Báo cáo số 12/BC-SYT", "date": "2018-03-01"}]}]}
                """);
        Answer submitted = dondoc.type("submit", report.toString());
        assertThat(submitted.exit()).as(submitted.err()).isZero();
        Path duties = home.resolve("rules/plan-881/duties.csv");
        Files.writeString(
                duties, Files.readString(duties).replace("05/03; 05/06; 05/09; 25/11", "12/03; 05/06; 05/09; 25/11"));
    }

    private Answer preview(String... more) {
        return dondoc.type(Stream.concat(
                        Stream.of("rules", "preview", "--from", "2018-03-05", "--to", "2018-03-06"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Stream<JsonNode> verdictsAbout(Answer preview) {
        return Stream.iterate(0, i -> i + 1)
                .limit(preview.json().get("verdicts").size())
                .map(preview.json().get("verdicts")::get)
                .filter(verdict -> verdict.get("agency").asText().equals(UNIT)
                        && verdict.get("duty").asText().equals(QUARTERLY)
                        && verdict.get("period").asText().equals("2018-Q1"));
    }

    @Test
    void verdicts_are_those_of_the_reports_or_with_empty_those_of_none() {
        assertThat(verdictsAbout(preview("--format", "json"))).isEmpty();
        assertThat(verdictsAbout(preview("--empty", "--format", "json"))).isNotEmpty();
    }

    @Test
    void units_are_named_with_their_id_behind() throws IOException {
        Answer preview = preview("--empty");

        assertThat(preview.out()).contains("Sở Y tế (so-y-te)");
        assertThat(Files.readString(home.resolve("data/xem-truoc/index.html")))
                .contains("<h3>Sở Y tế (so-y-te)</h3>", "<td>Sở Y tế (so-y-te)</td>");
    }

    @Test
    void the_months_of_both_lives_and_of_the_comparison_are_told_as_they_pass() {
        assertThat(preview().err())
                .contains(
                        "… sống hai lần từ 05/03/2018 đến 06/03/2018",
                        "… quy tắc hiện hành: 06/03/2018",
                        "… quy tắc sửa đổi: 06/03/2018",
                        "… so kết luận: 06/03/2018");
    }

    @Test
    void a_letter_that_reads_differently_says_which_duties_it_names_otherwise() {
        Answer preview = dondoc.type("rules", "preview", "--empty", "--from", "2018-03-01", "--to", "2018-03-16");
        assertThat(preview.out()).containsPattern("đổi nội dung Sở Y tế \\(so-y-te\\), .*: .*\\(.*III\\.1-03.*\\)");
    }
}
