package vn.dondoc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.rehearsal.Simulation;

/** What a simulation says is, byte for byte, what a mail server gets over the same weeks. */
class SimulatedAndSentTest {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID:\\s*(<[^>]+>)");
    private static final Predicate<String> SOME =
            unit -> unit.equals("so-y-te") || unit.equals("so-tu-phap") || unit.equals("524");
    private static final String QUARTERLY = "III.1-03";

    @TempDir
    private Path folder;

    @TempDir
    private Path out;

    private Province province() throws Exception {
        return Province.mailingOnlyTo(SOME, folder, "release: none");
    }

    private Map<String, String> simulated(Province province, String from, String to) throws IOException {
        var period = new Simulation.Period(LocalDate.parse(from), LocalDate.parse(to));
        Simulation.run(province.settings(), out, new Simulation.Request(period, true, null), progress -> {});
        return lettersIn(out.resolve("letters"));
    }

    private static Map<String, String> lettersIn(Path letters) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(letters)) {
            files.filter(file -> file.toString().endsWith(".eml"))
                    .map(SimulatedAndSentTest::source)
                    .forEach(source -> sources.put(idOf(source), source));
        }
        return sources;
    }

    private static String source(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String idOf(String source) {
        Matcher id = MESSAGE_ID.matcher(source);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static void areTheSame(Map<String, String> simulated, Map<String, String> sent) {
        assertThat(simulated.keySet()).isEqualTo(sent.keySet());
        sent.forEach((id, source) -> assertThat(simulated.getOrDefault(id, "").stripTrailing())
                .as(id)
                .isEqualTo(source.stripTrailing()));
    }

    @Test
    void weeks_that_were_lived_are_simulated_as_they_were_with_reports_promises_and_edited_rules() throws Exception {
        try (Province province = province()) {
            province.on("2018-03-06").reports("so-tu-phap", "2018-Q1", QUARTERLY, "\"status\":\"in-progress\"");
            province.on("2018-03-12").promises("so-y-te", QUARTERLY, "2018-Q1", "2018-03-23");
            province.on("2018-03-14")
                    .publishes("reminders.csv", ",đôn đốc,thủ trưởng,1,,,,Từ ngày", ",đề nghị,thủ trưởng,1,,,,Từ ngày");
            province.on("2018-03-20").isExtended("524", QUARTERLY, "2018-Q1", "2018-04-10");
            province.liveThrough("2018-02-26", "2018-04-06");

            Map<String, String> sent = province.sources();
            assertThat(sent).hasSizeGreaterThan(20);
            areTheSame(simulated(province, "2018-02-26", "2018-04-06"), sent);
        }
    }

    @Test
    void the_marks_by_which_answers_are_known_are_simulated_as_they_are_sent_but_for_their_signature()
            throws Exception {
        try (Province province = province()) {
            TemporaryHome.readAnswersFrom(folder, 1);
            province.restartWith("replyTags: true");
            province.liveThrough("2018-02-26", "2018-03-02");

            Map<String, String> sent = province.sources();
            assertThat(sent.values()).isNotEmpty().allMatch(source -> source.contains(".tra-loi@"));
            Map<String, String> simulated = simulated(province, "2018-02-26", "2018-03-02");
            assertThat(simulated)
                    .as("what is simulated cannot be answered")
                    .doesNotContainEntry(any(sent), sent.get(any(sent)));
            areTheSame(unsigned(simulated), unsigned(sent));
        }
    }

    private static String any(Map<String, String> letters) {
        return letters.keySet().iterator().next();
    }

    /** The second half of a mark signs the first. */
    private static Map<String, String> unsigned(Map<String, String> letters) {
        Map<String, String> unsigned = new TreeMap<>();
        letters.forEach((id, source) ->
                unsigned.put(id, source.replaceAll("([0-9a-f]{20})[0-9a-f]{20}(?=\\.tra-loi@|@)", "$1")));
        return unsigned;
    }

    @Test
    void weeks_to_come_are_simulated_from_what_was_sent_so_far_and_then_come_true() throws Exception {
        try (Province province = province()) {
            province.on("2018-02-28").reportsAllThatIsOpen("so-y-te", QUARTERLY + " 2018-Q1");
            province.liveThrough("2018-02-26", "2018-03-09");
            Map<String, String> before = province.sources();

            Map<String, String> foreseen = simulated(province, "2018-03-12", "2018-04-06");
            province.liveThrough("2018-03-10", "2018-04-06");

            Map<String, String> sent = new TreeMap<>(province.sources());
            sent.keySet().removeAll(before.keySet());
            assertThat(sent).isNotEmpty();
            areTheSame(foreseen, sent);
        }
    }
}
