package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Kind;
import vn.dondoc.facts.Requirement.Operator;
import vn.dondoc.reading.Problems;

/** The shipped examples against the shipped rules, and whether they leave a rule or a target without one. */
class RuleCasesTest {
    /**
     * No row of the shipped table leads to these: no duty has a date set by a document, no target an assumed date, and no
     * level's reports wait for approval as shipped.
     */
    private static final Set<String> WITHOUT_A_SHIPPED_ROW = Set.of("HAN-07", "HAN-08", "CHI-TIEU-11", "CHUNG-02");

    private static final Set<String> REACHED = Set.of("CHI-TIEU-03", "THU-HANG-02", "TANG-02");
    private static final Set<String> SHORT = Set.of("CHI-TIEU-05", "CHI-TIEU-10", "THU-HANG-03", "TANG-04");
    private static final Set<String> NO_NUMBER = Set.of("CHI-TIEU-02", "THU-HANG-01", "TANG-01");

    private static ShippedRules rules;
    private static RuleBook book;
    private static List<RuleCase> examples;

    @BeforeAll
    static void read_what_is_shipped() {
        Problems problems = new Problems();
        rules = ShippedRules.read();
        book = rules.book(ShippedRules.FOLDER);
        examples = CaseFiles.read(RuleFiles.in(ShippedRules.FOLDER, ShippedRules.PLAN, problems), problems);
        problems.refuseIfAny();
    }

    @Test
    void every_shipped_example_gets_the_verdict_it_expects() {
        List<RuleCases.Result> results = rules.run(ShippedRules.FOLDER);

        assertThat(results).hasSameSizeAs(examples).hasSizeGreaterThan(400);
        assertThat(ShippedRules.wrongOf(results)).isEmpty();
    }

    @Test
    void no_two_examples_bear_one_name() {
        assertThat(examples).extracting(RuleCase::name).doesNotHaveDuplicates();
    }

    @Test
    void every_example_names_the_rule_that_must_decide() throws IOException {
        assertThat(examples)
                .filteredOn(example -> example.expected().state() != null)
                .extracting(RuleCase::rule)
                .isSubsetOf(verdictRules());
    }

    @Test
    void every_duty_target_and_rung_fires_in_an_example_and_not_in_another() {
        CaseCoverage coverage = coverage();

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.rules())
                .extracting(CaseCoverage.RuleCoverage::kind)
                .contains(CaseCoverage.Kind.DUTY, CaseCoverage.Kind.TARGET, CaseCoverage.Kind.RUNG);
    }

    /** A principle meets no other rule, whatever is reported. */
    @Test
    void of_the_programs_rules_only_those_that_no_row_leads_to_lack_examples() {
        Set<String> lacking = coverage().verdictGaps().stream()
                .map(CaseCoverage.RuleCoverage::rule)
                .collect(Collectors.toSet());

        assertThat(lacking)
                .containsAll(WITHOUT_A_SHIPPED_ROW)
                .contains("NGUYEN-TAC-01")
                .hasSize(5);
    }

    @Test
    void a_recipient_is_left_alone_for_five_working_days() {
        assertThat(book.plan().workingDaysBetweenLetters()).isEqualTo(5);
    }

    @Test
    void every_verdict_rule_has_an_example_that_fires_it() throws IOException {
        Set<String> missing = new TreeSet<>(verdictRules());
        examples.forEach(example -> missing.remove(example.rule()));

        assertThat(missing).containsExactlyInAnyOrderElementsOf(WITHOUT_A_SHIPPED_ROW);
    }

    @Test
    void every_verdict_rule_has_an_example_of_the_same_duty_that_does_not_fire_it() {
        Map<String, Set<String>> rulesByDuty = examples.stream()
                .collect(Collectors.groupingBy(RuleCase::duty, Collectors.mapping(RuleCase::rule, Collectors.toSet())));
        Set<String> fired = rulesByDuty.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        fired.remove("NGUYEN-TAC-01"); // a principle meets no other rule, whatever is reported

        for (String rule : fired) {
            assertThat(rulesByDuty.values())
                    .as(rule)
                    .anyMatch(together -> together.contains(rule) && together.size() > 1);
        }
    }

    @Test
    void every_target_has_examples_on_both_sides_of_its_number_and_without_one() {
        assertThat(targets()).hasSize(18);
        for (Duty target : targets()) {
            Set<String> fired = rulesOf(target);
            assertThat(fired).as(target.id()).containsAnyElementsOf(NO_NUMBER);
            if (isJudgedByPerson(target)) {
                assertThat(fired).as(target.id()).contains("CHI-TIEU-01");
            } else {
                assertThat(fired).as(target.id()).containsAnyElementsOf(REACHED);
                assertThat(fired).as(target.id()).containsAnyElementsOf(SHORT);
            }
        }
    }

    @Test
    void every_target_with_a_date_has_an_example_on_its_last_day_and_on_the_day_after() {
        for (Duty target : targets()) {
            if (target.hard().isEmpty()) {
                continue;
            }
            LocalDate last =
                    target.hard().get(0).lastDayFor(book.plan().effective().getYear());
            assertThat(daysOf(target)).as(target.id()).contains(last, last.plusDays(1));
        }
    }

    @Test
    void every_kind_of_duty_has_an_example() {
        Set<Kind> kinds = examples.stream()
                .map(example -> book.duty(example.duty()).orElseThrow().kind())
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsAll(book.plan().allDuties().stream().map(Duty::kind).toList());
    }

    @Test
    void the_targets_of_tay_tra_pass_to_tra_bong_on_the_day_of_the_merger_and_not_before() {
        LocalDate merger = LocalDate.of(2020, 2, 1);

        assertThat(book.binds("526", "II.2.1.g-03", merger.minusDays(1))).isTrue();
        assertThat(book.binds("525", "II.2.1.g-03", merger.minusDays(1))).isFalse();
        assertThat(book.binds("525", "II.2.1.g-03", merger)).isTrue();
        assertThat(book.binds("526", "II.2.1.g-03", merger)).isFalse();
        assertThat(book.unitsCalled("UBND huyện Tây Trà")).containsExactly("526");
    }

    private static CaseCoverage coverage() {
        Problems problems = new Problems();
        RuleFiles files = RuleFiles.in(ShippedRules.FOLDER, ShippedRules.PLAN, problems);
        CaseCoverage coverage = CaseCoverage.of(book, files, problems);
        problems.refuseIfAny();
        return coverage;
    }

    private static List<Duty> targets() {
        return book.plan().allDuties().stream().filter(Duty::isTarget).toList();
    }

    private static boolean isJudgedByPerson(Duty target) {
        return book.requirementOf(target).orElseThrow().operator() == Operator.JUDGED_BY_PERSON;
    }

    private static Set<String> rulesOf(Duty duty) {
        return examples.stream()
                .filter(example -> example.duty().equals(duty.id()))
                .map(RuleCase::rule)
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> daysOf(Duty duty) {
        return examples.stream()
                .filter(example -> example.duty().equals(duty.id()))
                .map(RuleCase::asOf)
                .collect(Collectors.toSet());
    }

    /** "HAN-01", "HAN-02", …, as they stand in the file. */
    private static Set<String> verdictRules() throws IOException {
        try (InputStream in = RuleBook.class.getResourceAsStream("verdicts.drl")) {
            String drl = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("(?m)^rule \"(\\S+)")
                    .matcher(drl)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
