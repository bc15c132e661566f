package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rules.EditedPlan.DUTIES;
import static vn.dondoc.rules.EditedPlan.LADDER;
import static vn.dondoc.rules.EditedPlan.TARGETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** What the check says and nobody is stopped by. */
class RuleWarningsTest {
    private static final Registry REGISTRY = RegistryFile.read(Path.of("config/agencies.csv"), new Problems());
    private static final LocalDate EFFECTIVE = LocalDate.of(2017, 5, 12);

    @TempDir
    private Path home;

    private EditedPlan plan;

    @BeforeEach
    void copy() throws IOException {
        plan = new EditedPlan(home);
    }

    private static Registry withoutAddress(Set<String> ids) {
        return new Registry(REGISTRY.forms().stream()
                .map(form -> ids.contains(form.id()) ? withoutAddress(form, form.validTo()) : form)
                .toList());
    }

    private static Agency withoutAddress(Agency form, @org.jspecify.annotations.Nullable LocalDate to) {
        return new Agency(
                form.id(),
                form.name(),
                form.level(),
                form.parent(),
                form.groups(),
                form.validFrom(),
                to,
                form.successor(),
                form.successorGround(),
                form.headTitle(),
                "",
                "");
    }

    @Test
    void the_shipped_plan_gives_no_warning() {
        assertThat(new RuleReader(REGISTRY, null, RuleCompiler.inMemory())
                        .checkWithWarnings(new RuleFolder(Path.of("rules"), ShippedRules.PLAN)))
                .isEqualTo(new CheckedRules(java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'duty: III.1-03','duty: III.1-99',không có nhiệm vụ “III.1-99”",
        "'agency: so-y-te','agency: sở y tế',không có đơn vị mã “sở y tế”",
        "'period: 2018-Q1','period: 2018-Q5',“2018-Q5” không phải kỳ"
    })
    void an_example_of_what_is_not_there_is_told(String before, String after, String words) throws IOException {
        String example = """
                cases:
                  - name: một ví dụ
                    duty: III.1-03
                    agency: so-y-te
                    asOf: "05/03/2018"
                    period: 2018-Q1
                    expect: có nguy cơ không đạt
                """;
        Files.writeString(plan.path("mot.cases.yaml"), example);
        assertThat(plan.warnings())
                .noneSatisfy(warning -> assertThat(warning.message()).startsWith("ví dụ “một ví dụ”"));
        Files.writeString(plan.path("mot.cases.yaml"), example.replace(before, after));
        assertThat(plan.warnings()).anySatisfy(warning -> {
            assertThat(warning.place()).startsWith("mot.cases.yaml, dòng 2");
            assertThat(warning.message()).isEqualTo("ví dụ “một ví dụ”: " + words);
        });
    }

    // ---- addresses

    @Test
    void a_lead_without_an_address_is_one_warning_at_the_first_row_that_calls_on_it() {
        CheckedRules checked = plan.checked(withoutAddress(Set.of("so-y-te", "cong-an-tinh")));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.warnings())
                .filteredOn(warning -> warning.message().contains("chưa có địa chỉ thư"))
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning.place()).matches("duties\\.csv, dòng \\d+, cột “Chủ trì”"))
                .anySatisfy(warning -> assertThat(warning.toString()).contains("“Sở Y tế”", "so-y-te"));
    }

    @Test
    void a_unit_that_ended_before_the_decision_needs_none() {
        Agency health = REGISTRY.find("so-y-te", EFFECTIVE).orElseThrow();
        Registry ended = new Registry(java.util.stream.Stream.concat(
                        REGISTRY.forms().stream(),
                        java.util.stream.Stream.of(withoutAddress(
                                new Agency(
                                        "so-cu",
                                        "Sở Cũ",
                                        health.level(),
                                        health.parent(),
                                        health.groups(),
                                        health.validFrom(),
                                        null,
                                        "",
                                        "",
                                        health.headTitle(),
                                        "",
                                        ""),
                                EFFECTIVE.minusDays(1))))
                .toList());
        assertThat(plan.checked(ended).warnings())
                .noneSatisfy(warning -> assertThat(warning.message()).contains("địa chỉ"));
    }

    @Test
    void a_lead_that_nobody_is_any_more_is_a_mistake() {
        Registry before = new Registry(REGISTRY.forms().stream()
                .map(form -> form.id().equals("so-y-te") ? withoutAddress(form, EFFECTIVE.minusDays(1)) : form)
                .toList());

        assertThat(plan.checked(before).problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.place()).endsWith("cột “Chủ trì”");
            assertThat(problem.message()).contains("“Sở Y tế” không có đơn vị nào từ ngày 12/05/2017");
        });
    }

    @Test
    void one_that_is_there_on_the_day_of_the_decision_is_not() {
        Registry until = new Registry(REGISTRY.forms().stream()
                .map(form -> form.id().equals("so-y-te") ? withoutAddress(form, EFFECTIVE) : form)
                .toList());

        assertThat(plan.checked(until).problems()).isEmpty();
    }

    // ---- examples

    @Test
    void a_plan_without_examples_is_told_once() {
        assertThat(plan.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.place()).isEqualTo(ShippedRules.PLAN));
    }

    @Test
    void a_new_duty_target_or_rung_without_examples_is_told_at_its_place() throws IOException {
        for (String examples :
                new String[] {"duties", "targets", "reminders", "dates", "ages", "numbers", "leads", "milestones"}) {
            Files.copy(Path.of("rules/plan-881/" + examples + ".cases.yaml"), plan.path(examples + ".cases.yaml"));
        }
        plan.withCopy(DUTIES, "II.2.1.g-10", "II.2.1.g-98", "Nhiệm vụ", "Trả kết quả đúng hẹn");
        plan.withCopy(LADDER, "qua-han", "qua-han-hai", "Từ ngày thứ", "21", "Sau số thư", "1");
        Path targets = plan.path(TARGETS);
        Files.writeString(
                targets,
                Files.readString(targets)
                        + "\nquy tắc \"Đúng hẹn\"\nkhi\n    Chỉ tiêu \"II.2.1.g-98\"\nthì\n    Phải đạt ít nhất 100% số"
                        + " \"hồ sơ\"\nkết thúc\n");
        CheckedRules checked = plan.checked();

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.warnings())
                .extracting(Problem::place)
                .contains(
                        plan.cell(DUTIES, "II.2.1.g-98", "Mã").replace(", cột “Mã”", ""),
                        plan.cell(LADDER, "qua-han-hai", "Bậc").replace(", cột “Bậc”", ""))
                .anySatisfy(place -> assertThat(place).startsWith("targets.dslr, dòng "))
                .hasSize(3);
    }
}
