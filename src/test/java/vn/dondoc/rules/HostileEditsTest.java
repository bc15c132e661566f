package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.store.Database;
import vn.dondoc.store.RuleStore;

/** Whatever is done to the administrators' folder, it is refused with its place or bounded, and the old rules stay. */
@Timeout(60)
class HostileEditsTest {
    private static final Instant SHIPPED_AT = Instant.parse("2018-01-02T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2018, 1, 2);
    private static final int FEWEST = 320;
    private static final Path SHIPPED = Path.of("rules");

    @TempDir
    private static Path home;

    private static Database database;
    private static Path folder;
    private static RuleReader reader;
    private static RulesInForce rules;
    private static String shippedVersion;

    @BeforeAll
    static void publish_the_shipped_rules() throws IOException {
        database = Database.open(home.resolve("dondoc.db"));
        folder = ShippedRules.copyTo(home);
        // reading the shipped examples 360 times would be what this test mostly does
        ShippedRules.removeExamples(folder);
        reader = new RuleReader(
                RegistryFile.read(Path.of("config/agencies.csv"), new Problems()), null, RuleCompiler.inMemory());
        rules = new RulesInForce(
                new RuleFolder(folder, ShippedRules.PLAN),
                reader,
                new RuleStore(database),
                HolidayFiles.read(Path.of("config/holidays"), new Problems()));
        RulesInForce.Taking shipped = rules.takeUp(SHIPPED_AT, "Sở Nội vụ", "bản đầu");
        assertThat(shipped.problems()).isEmpty();
        shippedVersion = shipped.version();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<HostileEdit> edits() {
        return Stream.concat(WrittenEdits.all(), GeneratedEdits.all());
    }

    @Test
    void there_are_more_than_enough_of_them() {
        assertThat(edits().map(HostileEdit::toString).count()).isGreaterThanOrEqualTo(FEWEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void an_edit_is_refused_or_bounded_and_the_old_rules_stay(HostileEdit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        edit.edit().applyTo(file);
        try {
            RulesInForce.Taking taking = rules.takeUp(SHIPPED_AT.plus(Duration.ofDays(1)), "Sở Nội vụ", "thử");
            if (edit.refused()) {
                assertThat(
                                isLanguage(edit)
                                        ? reader.checkWithWarnings(new RuleFolder(folder, ShippedRules.PLAN))
                                                .warnings()
                                        : taking.problems())
                        .isNotEmpty();
            }
            if (taking.problems().isEmpty()) {
                assertThat(rules.current().termsOn(DAY).requirements()).isNotEmpty();
            } else {
                assertEachNamesAPlace(edit, taking.problems());
                assertThat(rules.latest().orElseThrow().version()).isEqualTo(shippedVersion);
                assertThat(rules.current().version()).isEqualTo(shippedVersion);
            }
        } finally {
            restore(edit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cases: x",
                "cases: [",
                "cases:\n  - name: a\n",
                "cases:\n  - name: &a [*a]\n",
                "cases:\n  - {name: a, duty: b, agency: c, asOf: \"31/02/2018\", expect: xong}\n",
                "cases:\n  - {name: a, duty: b, agency: c, asOf: \"01/02/2018\", expect: vi phạm, reports: [{period: 2017-Q4,"
                        + " receivedOn: \"01/01/2018\", numerator: 1e999999999}]}\n"
            })
    void an_example_that_cannot_be_read_is_refused(String text) throws IOException {
        Path examples = folder.resolve("plan-881/own.cases.yaml");
        Files.writeString(examples, text);
        try {
            List<Problem> problems = reader.check(new RuleFolder(folder, ShippedRules.PLAN));

            assertThat(problems.isEmpty()).isEqualTo(text.isEmpty());
            assertThat(problems)
                    .allSatisfy(problem -> assertThat(problem.place()).startsWith("own.cases.yaml"));
        } finally {
            Files.delete(examples);
        }
    }

    /** The copy of the language counts for nothing: the rules stay what they are, and the check tells of it. */
    private static boolean isLanguage(HostileEdit edit) {
        return edit.file().equals(RuleFiles.LANGUAGE);
    }

    private static void assertEachNamesAPlace(HostileEdit edit, List<Problem> problems) {
        assertThat(problems).hasSizeLessThan(1_000);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.place()).matches(".*(\\.csv|\\.dslr|\\.yaml|\\.dsl)\\b.*");
            assertThat(problem.place() + problem.message() + problem.hint()).hasSizeLessThan(4_000);
        });
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.toString()).contains(edit.fileName()));
    }

    private static void restore(HostileEdit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        Files.deleteIfExists(file);
        Files.copy(SHIPPED.resolve(edit.file()), file);
        if (!rules.latest().orElseThrow().version().equals(shippedVersion)) {
            rules.takeUp(SHIPPED_AT.plus(Duration.ofDays(2)), "Sở Nội vụ", "trở lại");
        }
    }
}
