package vn.dondoc.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.notices.Silence;
import vn.dondoc.notices.Silence.Matcher;
import vn.dondoc.reading.Problem;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.EmptyRecords;

class SilenceFlowTest {
    private static final Instant NOW = ShippedPlan.at("2017-12-18T08:00");
    private static final Matcher HEALTH = new Matcher("so-y-te", "", "", "");

    @TempDir
    private Path folder;

    private Database database;
    private SilenceFlow flow;

    @BeforeEach
    void openDatabase() {
        database = Database.open(EmptyRecords.in(folder));
        flow = new SilenceFlow(ShippedPlan.rules(), new ArrangementStore(database));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "2017-12-17, 2017-12-31, đã qua",
        "2017-12-18, 2017-12-18, ''",
        "2017-12-19, 2017-12-18, trước ngày đầu",
        "2017-12-18, 2018-12-18, ''",
        "2017-12-18, 2018-12-19, xa quá một năm"
    })
    void a_silence_begins_today_at_the_earliest_and_lasts_a_year_at_most(String from, String until, String refusal) {
        Entered<Silence> answer = enter(HEALTH, false, from, until);
        assertThat(answer.stored().isPresent()).isEqualTo(refusal.isEmpty());
        assertThat(words(answer)).contains(refusal);
        assertThat(flow.all(NOW)).hasSize(refusal.isEmpty() ? 1 : 0);
    }

    @Test
    void a_silence_over_everything_has_to_be_said() {
        Matcher nothing = new Matcher("", "", "", "");
        assertThat(words(enter(nothing, false))).contains("chưa nêu phạm vi");
        assertThat(words(enter(HEALTH, true))).contains("vừa nêu phạm vi vừa chọn tất cả");
        assertThat(enter(nothing, true).stored()).isPresent();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "so-y-to,'','','',so-y-te",
        "'',III.1-3,'','',III.1-0",
        "'','',II.2.1.k,'',II.2.1.",
        "'','','',Các huyện và thành phố,“Các huyện”"
    })
    void unknown_names_are_refused_with_what_is_known(
            String agency, String duty, String clause, String group, String hint) {
        Entered<Silence> answer = enter(new Matcher(agency, duty, clause, group), false);
        assertThat(answer.refused()).hasSize(1);
        assertThat(words(answer)).contains(hint.replace("“Các huyện”", "Các huyện"));
    }

    @Test
    void a_heading_above_clauses_and_a_group_in_other_capitals_are_known() {
        assertThat(enter(new Matcher("", "", "II.2.1", ""), false).stored()).isPresent();
        assertThat(enter(new Matcher("", "", "", "các HUYỆN, thành phố"), false)
                        .stored()
                        .orElseThrow()
                        .matcher()
                        .group())
                .isEqualTo("Các huyện, thành phố");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "'',III.1-03,II.2,'','không thuộc mục II.2'",
        "'',III.1-03,III.1,'',''",
        "so-y-te,'','','Các huyện, thành phố',không thuộc nhóm",
        "522,'','','Các huyện, thành phố',''"
    })
    void what_can_never_fit_is_refused(String agency, String duty, String clause, String group, String refusal) {
        Entered<Silence> answer = enter(new Matcher(agency, duty, clause, group), false);
        assertThat(answer.stored().isPresent()).isEqualTo(refusal.isEmpty());
        assertThat(words(answer)).contains(refusal);
    }

    @Test
    void a_silence_is_ended_once_and_stands_for_the_time_before() {
        long id = enter(HEALTH, false).stored().orElseThrow().id();
        Instant later = ShippedPlan.at("2017-12-20T08:00");
        assertThat(flow.end(id, "Chuyên viên", later).stored()).isPresent();
        assertThat(words(flow.end(id, "Chuyên viên", later))).contains("đã hết hiệu lực");
        assertThat(words(flow.end(id + 1, "Chuyên viên", later))).contains("không có lần tạm dừng số");
        assertThat(flow.all(NOW).get(0).endedAt()).isNull();
        assertThat(flow.all(later).get(0).endedAt()).isEqualTo(later);
    }

    @Test
    void a_silence_that_ran_out_is_not_ended_again() {
        long id = enter(HEALTH, false, "2017-12-18", "2017-12-20")
                .stored()
                .orElseThrow()
                .id();
        assertThat(words(flow.end(id, "Chuyên viên", ShippedPlan.at("2017-12-21T00:00"))))
                .contains("đã hết hiệu lực");
        assertThat(flow.end(id, "Chuyên viên", ShippedPlan.at("2017-12-20T23:59"))
                        .stored())
                .isPresent();
    }

    private Entered<Silence> enter(Matcher matcher, boolean everything) {
        return enter(matcher, everything, "2017-12-18", "2017-12-31");
    }

    private Entered<Silence> enter(Matcher matcher, boolean everything, String from, String until) {
        return flow.enter(
                new SilenceFlow.Request(
                        matcher,
                        everything,
                        "đang sắp xếp lại tổ chức",
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        "Chuyên viên"),
                NOW);
    }

    private static String words(Entered<?> answer) {
        return answer.refused().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
