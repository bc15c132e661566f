package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.MutationReport.Unnoticed;

/** Whether the shipped examples notice a slip of the pen anywhere in the shipped rules. */
class MutationTest {
    private static final int A_FEW = 50;
    private static final int HARDLY_ANY = 1_000_000;

    private static ShippedRules rules;

    @TempDir
    private Path folder;

    private Path plan = Path.of("");
    private Path copy = Path.of("");

    @BeforeAll
    static void read_what_is_shipped() {
        rules = ShippedRules.read();
    }

    @BeforeEach
    void copy_the_rules() throws IOException {
        copy = ShippedRules.copyTo(folder);
        plan = copy.resolve(ShippedRules.PLAN);
    }

    @Test
    void of_a_sample_of_small_changes_none_goes_unnoticed() {
        MutationReport report = rules.mutate(ShippedRules.FOLDER, A_FEW);

        assertThat(report.unnoticed()).isEmpty();
        assertThat(report.wrongEntries()).isEmpty();
        assertThat(report.tried()).isGreaterThan(50);
        assertThat(report.noticed()).isGreaterThan(report.equivalent());
    }

    /** Some minutes: {@code mvn -P mutation test}. */
    @Test
    @Tag("mutation")
    void of_all_small_changes_none_goes_unnoticed_but_those_with_a_reason() {
        long start = System.nanoTime();
        MutationReport report = rules.mutate(ShippedRules.FOLDER, 1);
        System.out.printf(
                "%d tried: %d refused, %d noticed, %d equivalent, %d unnoticed; %.0f s%n",
                report.tried(),
                report.refused(),
                report.noticed(),
                report.equivalent(),
                report.unnoticed().size(),
                (System.nanoTime() - start) / 1e9);

        assertThat(report.unnoticed()).isEmpty();
        assertThat(report.wrongEntries()).isEmpty();
    }

    @Test
    void a_change_that_no_example_looks_at_is_listed_with_its_place_and_what_to_show() throws IOException {
        only("""
                cases:
                  - {name: a, duty: III.1-03, agency: "522", period: 2017-H1, asOf: "12/05/2017", expect: chưa đến hạn}
                """, "equivalents: []\n");

        List<Unnoticed> found = mutationsOf("III.1-03", "Hạn");

        assertThat(found).extracting(Unnoticed::after).contains("31/03; 29/06; 30/09; 31/12");
        assertThat(found)
                .filteredOn(change -> change.after().equals("31/03; 29/06; 30/09; 31/12"))
                .singleElement()
                .asString()
                .contains("duties.csv, dòng ", "“Hạn” của “III.1-03”", "31/03; 30/06; 30/09; 31/12 → ", "ngày kề bên");
    }

    /** A row that ends, one that takes over on the next day, and one that is tried for a month. */
    private void dateAndTry() throws IOException {
        Path ladder = plan.resolve("reminders.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(ladder));
        String row = lines.remove(lines.size() - 1).replaceAll(",[^,]*$", "");
        assertThat(row).startsWith("thuong-xuyen,").endsWith(",,,");
        String cells = row.substring(0, row.length() - 3);
        lines.add(cells + ",,05/03/2019,,");
        lines.add(cells.replace("nhắc việc", "đề nghị") + ",06/03/2019,,,");
        lines.add(cells.replace("nhắc việc", "đôn đốc") + ",01/04/2019,30/04/2019,x,");
        Files.write(ladder, lines);
    }

    private static String example(String asOf, String stage, String more) {
        return "  - {name: a, duty: III.3-01, agency: so-tai-chinh, period: 2019-Q1, asOf: \"" + asOf
                + "\", expect: số liệu cũ, stage: " + stage + more + "}\n";
    }

    @Test
    void each_changed_day_and_flag_of_a_row_of_the_ladder_is_noticed_by_an_example_of_the_day_or_the_next()
            throws IOException {
        dateAndTry();
        String sent = "thuong-xuyen/2019-Q1";
        only(
                "cases:\n" + example("05/03/2019", sent, ", tone: nhắc việc, trial: không")
                        + example("06/03/2019", sent, ", tone: đề nghị, trial: không"),
                "equivalents: []\n");

        assertThat(mutationsOf("thuong-xuyen", "Đến ngày"))
                .extracting(Unnoticed::after)
                .contains("29/04/2019", "01/05/2019");
        assertThat(mutationsOf("thuong-xuyen", "Từ ngày"))
                .extracting(Unnoticed::after)
                .containsOnly("31/03/2019", "02/04/2019");
    }

    @Test
    void an_entry_that_an_example_disproves_is_wrong() throws IOException {
        String entry = "equivalents:\n  - {of: thuong-xuyen, cell: Hẹn nộp, reason: không đúng}\n";
        Files.writeString(plan.resolve(RuleFiles.EQUIVALENTS), entry);

        assertThat(rules.mutateOnly(copy, mutant -> mutant.subject().equals("thuong-xuyen"), 1)
                        .wrongEntries())
                .singleElement()
                .asString()
                .contains("equivalents.yaml, dòng 2", "sai", "“Hẹn nộp” của “thuong-xuyen”: 0 → 1");
    }

    @Test
    void an_entry_that_stands_for_no_change_any_more_is_superfluous() throws IOException {
        String entry = "equivalents:\n  - {of: III.9-99, cell: Hạn, reason: nhiệm vụ đã bỏ}\n";
        Files.writeString(plan.resolve(RuleFiles.EQUIVALENTS), entry);

        assertThat(rules.mutateOnly(copy, mutant -> mutant.subject().equals("thuong-xuyen"), 1)
                        .wrongEntries())
                .singleElement()
                .asString()
                .contains("equivalents.yaml, dòng 2", "thừa");
    }

    @Test
    void an_entry_without_a_reason_is_refused() throws IOException {
        Files.writeString(plan.resolve(RuleFiles.EQUIVALENTS), "equivalents:\n  - {of: III.1-03, cell: Hạn}\n");

        assertThatThrownBy(() -> rules.mutate(copy, HARDLY_ANY))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("reason");
    }

    @Test
    void nothing_is_changed_while_an_example_is_wrong() throws IOException {
        only("""
                cases:
                  - {name: a, duty: III.1-03, agency: "522", period: 2017-H1, asOf: "12/05/2017", expect: đạt}
                """, "equivalents: []\n");

        assertThatThrownBy(() -> rules.mutate(copy, HARDLY_ANY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.cases.yaml, dòng 2");
    }

    @Test
    void reasons_and_examples_are_no_part_of_the_version() throws IOException {
        String version = filesOf(copy).version();
        Files.writeString(plan.resolve(RuleFiles.EQUIVALENTS), "equivalents: []\n");
        Files.writeString(plan.resolve("own.cases.yaml"), "cases: []\n");

        assertThat(filesOf(copy).version()).isEqualTo(version);
    }

    private List<Unnoticed> mutationsOf(String subject, String cell) {
        return rules.mutateOnly(
                        copy,
                        mutant -> mutant.subject().equals(subject)
                                && mutant.cell().equals(cell),
                        1)
                .unnoticed();
    }

    private void only(String cases, String equivalents) throws IOException {
        ShippedRules.removeExamples(copy);
        Files.writeString(plan.resolve("own.cases.yaml"), cases);
        Files.writeString(plan.resolve(RuleFiles.EQUIVALENTS), equivalents);
    }

    private static RuleFiles filesOf(Path folder) {
        Problems problems = new Problems();
        RuleFiles files = RuleFiles.in(folder, ShippedRules.PLAN, problems);
        problems.refuseIfAny();
        return files;
    }
}
