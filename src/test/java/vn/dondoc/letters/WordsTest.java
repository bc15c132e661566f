package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Counted;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Obligation;
import vn.dondoc.facts.Obligation.Progress;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.facts.Requirement;
import vn.dondoc.findings.Explanation;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;

class WordsTest {
    private static final Words VIETNAMESE = Words.in(Language.VI);
    private static final Words ENGLISH = Words.in(Language.EN);
    private static final Path SOURCES = Path.of("src/main/java/vn/dondoc/letters");

    @Test
    void both_languages_have_words_for_the_same_keys() {
        assertThat(ENGLISH.keys()).isEqualTo(VIETNAMESE.keys());
    }

    /** A key is made of a prefix and an enum's name, or stands in the sources as it is. */
    @Test
    void every_key_is_used() throws Exception {
        String sources = "";
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                sources += Files.readString(file);
            }
        }
        Set<String> unused = new TreeSet<>();
        for (String key : ENGLISH.keys()) {
            String written = key.replaceFirst("\\.(one|many|[A-Z_]+)$", "");
            if (!sources.contains("\"" + written + "\"") && !sources.contains("\"" + written + ".\"")) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void a_missing_key_is_refused_by_name() {
        assertThatThrownBy(() -> ENGLISH.say("no.such.key")).hasMessageContaining("no.such.key");
    }

    @Test
    void an_english_pattern_has_no_vietnamese_letter() {
        Pattern vietnamese = Pattern.compile("[À-ỹ&&\\p{L}]");
        for (String key : ENGLISH.keys()) {
            String words = ENGLISH.say(key, 1, 2, 3, 4, 5).replaceAll("“[^”]*”", "");
            assertThat(vietnamese.matcher(words).find()).as(key).isFalse();
        }
    }

    @Test
    void what_is_filled_in_is_not_read_as_a_pattern() {
        assertThat(ENGLISH.say("item.alike", "{1} $1 \\", "x")).isEqualTo("{1} $1 \\ (code x)");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_state_is_called_in_vietnamese_as_the_rules_call_it(State state) {
        assertThat(VIETNAMESE.state(state)).isEqualTo(state.words());
        assertThat(ENGLISH.state(state)).isNotEqualTo(state.words());
    }

    @ParameterizedTest
    @EnumSource(Counted.class)
    void what_is_counted_is_called_in_vietnamese_as_the_rules_call_it(Counted counted) {
        assertThat(VIETNAMESE.say("counted." + counted.name())).isEqualTo(counted.words());
        assertThat(ENGLISH.say("counted." + counted.name())).isNotEqualTo(counted.words());
    }

    @ParameterizedTest
    @EnumSource(ReportedStatus.class)
    void a_status_is_called_in_vietnamese_as_the_form_calls_it(ReportedStatus status) {
        assertThat(VIETNAMESE.say("status." + status.name())).isEqualTo(status.word());
        assertThat(ENGLISH.say("status." + status.name())).isNotEqualTo(status.word());
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void a_tone_has_words_in_both_languages(Tone tone) {
        assertThat(tone.in(VIETNAMESE)).isNotEqualTo(tone.in(ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "QD.3, Article 3",
        "III.end, last paragraph of Section III",
        "III.1, Section III.1",
        "II.2.1.e, point e of Section II.2.1",
        "II.2.1.dd, point đ of Section II.2.1"
    })
    void a_clause_is_cited_in_english(String id, String words) {
        assertThat(ENGLISH.clause(id)).isEqualTo(words);
        assertThat(VIETNAMESE.clause(id)).isEqualTo(Clause.wordsOf(id));
    }

    @ParameterizedTest
    @CsvSource({
        "2017, year 2017",
        "2018-Q4, quarter IV of 2018",
        "2018-H1, first half of 2018",
        "2018-H2, second half of 2018"
    })
    void a_period_is_named_in_english(String id, String words) {
        Period period = Period.read(id).orElseThrow();
        assertThat(ENGLISH.period(period)).isEqualTo(words);
        assertThat(VIETNAMESE.period(period)).isEqualTo(period.inWords());
    }

    @ParameterizedTest
    @CsvSource({"1234567.5, '1.234.567,5', '1,234,567.5'", "0.25, '0,25', 0.25", "-1000, -1.000, '-1,000'"})
    void numbers_have_the_marks_of_the_language(BigDecimal number, String vietnamese, String english) {
        assertThat(VIETNAMESE.number(number)).isEqualTo(vietnamese);
        assertThat(ENGLISH.number(number)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 days left", "1, 1 day left", "2, 2 days left"})
    void english_tells_one_from_many(long days, String words) {
        assertThat(ENGLISH.count("due.left", days)).isEqualTo(words);
    }

    @Test
    void figures_are_worded_in_vietnamese_as_the_explanation_words_them() {
        LocalDate day = LetterCast.NEW_YEAR;
        List<Finding> findings = List.of(
                LetterCast.communesConnected(day, 110, State.VIOLATED),
                LetterCast.communesConnected(day, 140, State.MET),
                LetterCast.costCutShort(),
                LetterCast.ranking(),
                LetterCast.twoCommunes(LetterCast.BINH_SON, State.BELOW),
                LetterCast.reviewWithoutDate());
        FigureWords figures = new FigureWords(VIETNAMESE);
        for (Finding finding : findings) {
            assertThat(finding.explanation()).contains(figures.arithmetic(finding.obligation()));
        }
    }

    /** Every demand with every measure: itemised and plain, with and without the year before, the registry, late items. */
    @ParameterizedTest
    @EnumSource(Requirement.Operator.class)
    void every_way_of_measuring_is_worded_in_vietnamese_as_the_explanation_words_it(Requirement.Operator operator) {
        FigureWords vietnamese = new FigureWords(VIETNAMESE);
        FigureWords english = new FigureWords(ENGLISH);
        for (int percent : List.of(0, 2250)) {
            Requirement requirement =
                    new Requirement("x", operator, percent, 2, Counted.COMMUNES, 0, List.of(), List.of());
            for (Measure measure : measures()) {
                for (Progress progress : Progress.values()) {
                    Obligation obligation = measured(requirement, measure, progress);
                    String words = vietnamese.arithmetic(obligation);
                    assertThat(Explanation.of(obligation, State.BELOW, "x")).contains(" " + words + " ");
                    assertThat(english.arithmetic(obligation))
                            .startsWith("Figures as of ")
                            .doesNotContain("ế", "ố");
                }
            }
        }
    }

    private static List<Measure> measures() {
        Finding seven = new SampleFinding(LetterCast.JUSTICE, LetterCast.DAY, "II.1.a-01", "x")
                .measured(7, 1_840, LetterCast.DAY)
                .as(State.BELOW, "x");
        Entry entry = Objects.requireNonNull(seven.measure()).entry();
        BigDecimal some = BigDecimal.valueOf(1_234.5);
        BigDecimal all = BigDecimal.valueOf(1_840);
        return List.of(
                new Measure(some, all, null, null, LetterCast.DAY, entry, 184, 0, false),
                new Measure(some, all, null, some, LetterCast.DAY, entry, 1_840, 0, false),
                new Measure(some, all, null, all, LetterCast.DAY, entry, 184, 3, true),
                new Measure(null, null, BigDecimal.ONE, BigDecimal.TEN, LetterCast.DAY, entry, 0, 0, true));
    }

    private static Obligation measured(Requirement requirement, Measure measure, Progress progress) {
        return new SampleFinding(LetterCast.JUSTICE, LetterCast.DAY, "II.1.a-01", "x")
                .measured(requirement, measure, progress)
                .as(State.BELOW, "x")
                .obligation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lý do khác"})
    void what_no_pattern_fits_is_told_as_it_was(String words) {
        assertThat(ENGLISH.retell(words, "pace.step", "pace.even", "pace.latest", "pace.forecast"))
                .isEqualTo(words);
    }

    @Test
    void why_a_target_is_behind_is_retold_in_english() {
        String keys = Stream.of(
                        "từ 01/10/2017 cần đạt 22,5% để kịp tiến độ",
                        "theo tiến độ đều từ 12/05/2017, đến 18/12/2017 cần đạt 3,33%",
                        "mức mới nhất chưa đạt yêu cầu",
                        "theo nhịp báo cáo thì không đạt khi đến hạn (giả định)")
                .map(words -> ENGLISH.retell(words, "pace.step", "pace.even", "pace.latest", "pace.forecast"))
                .collect(Collectors.joining("; "));
        assertThat(keys)
                .isEqualTo("from 01/10/2017 on 22.5% is needed to stay on schedule; at an even pace from 12/05/2017 on,"
                        + " 3.33% is needed by 18/12/2017; the latest level does not meet the requirement;"
                        + " the pace of the reports falls short by the due date (assumed)");
    }
}
