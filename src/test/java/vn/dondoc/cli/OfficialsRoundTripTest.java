package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.cli.CommandLine.Answer;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problems;

/**
 * An official moves a date: opens the table in a Vietnamese Excel, changes one cell, checks, previews, publishes; the next
 * mornings' letters are those of the preview; then all is taken back.
 */
class OfficialsRoundTripTest {
    private static final String QUARTERLY = "III.1-03";
    private static final String OLD = "05/03; 05/06; 05/09; 25/11";
    private static final String NEW = "12/03; 05/06; 05/09; 25/11";
    private static final LocalDate FIRST = LocalDate.of(2018, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2018, 3, 16);

    @TempDir
    private Path home;

    @TempDir
    private Path desk;

    private CommandLine dondoc;

    @Test
    void what_is_previewed_is_what_is_sent_and_what_is_published_can_be_taken_back() throws IOException {
        live("2018-03-01");
        Path rules = editedInExcel();

        assertThat(dondoc.type("rules", "check", "--rules", rules.toString()).exit())
                .isZero();
        Answer preview = preview(rules);
        assertThat(preview.exit()).as(preview.err()).isZero();
        Set<String> before = lettersIn(desk.resolve("xem/hien-hanh/letters")).keySet();
        TreeMap<String, String> foreseen = lettersIn(desk.resolve("xem/sua-doi/letters"));

        assertThat(publish(rules).exit()).isZero();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> live(day.toString()));
        TreeMap<String, String> sent = lettersIn(home.resolve("data/letters"));
        sent.keySet().removeIf(file -> file.startsWith("2018-03-01"));

        assertThat(sent).isEqualTo(foreseen);
        assertThat(changed(preview.json(), "after")).isEqualTo(differing(sent.keySet(), before));
        assertThat(changed(preview.json(), "before")).isEqualTo(differing(before, sent.keySet()));
        everyChangeIsAboutTheMovedDate(preview.json());

        Answer back = dondoc.type("rules", "rollback", "--by", "Trần Văn B", "--reason", "ghi nhầm");
        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(Files.readString(home.resolve("rules/plan-881/duties.csv")))
                .contains(OLD)
                .doesNotContain(NEW);
    }

    @BeforeEach
    void install() throws IOException {
        TemporaryHome.in(home);
        TemporaryHome.mailOnlyTo(home, Set.of("so-y-te", "so-tu-phap")::contains);
        TemporaryHome.configure(home, "release: none");
        dondoc = new CommandLine(home);
    }

    private void live(String day) {
        run(day + "T07:00", "morning-check");
        run(day + "T07:05", "send");
        if (LocalDate.parse(day).getDayOfWeek() == DayOfWeek.MONDAY) {
            run(day + "T07:30", "weekly-digest");
            run(day + "T07:35", "send");
        }
    }

    private void run(String moment, String job) {
        dondoc.setClock(moment);
        Answer answer = dondoc.type("run", job);
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    /** The table as Excel with Vietnamese settings saves it: a byte order mark, semicolons, CRLF. */
    private Path editedInExcel() throws IOException {
        Path rules = TemporaryHome.in(desk).resolve("rules");
        Path file = rules.resolve("plan-881/duties.csv");
        CsvTable table = CsvTable.read("duties.csv", Files.readAllBytes(file), new Problems());
        String rows = table.rows().stream()
                .map(row -> table.headings().stream()
                        .map(heading -> cell(row, heading))
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"));
        String saved = "\ufeff" + String.join(";", table.headings()) + "\r\n" + rows + "\r\n";
        Files.write(file, saved.getBytes(StandardCharsets.UTF_8));
        return rules;
    }

    private static String cell(CsvTable.Row row, String heading) {
        String text = row.cell(heading);
        boolean edited = row.cell("Mã").equals(QUARTERLY) && heading.equals("Mốc theo dõi");
        assertThat(edited).isEqualTo(edited && text.equals(OLD));
        return "\"" + (edited ? NEW : text).replace("\"", "\"\"") + "\"";
    }

    private Answer preview(Path rules) {
        dondoc.setClock("2018-03-01T16:00");
        return dondoc.type(
                "rules",
                "preview",
                "--rules",
                rules.toString(),
                "--to",
                LAST.toString(),
                "--out",
                desk.resolve("xem").toString(),
                "--format",
                "json");
    }

    private Answer publish(Path rules) {
        dondoc.setClock("2018-03-01T16:30");
        return dondoc.type(
                "rules", "publish", "--rules", rules.toString(), "--by", "Nguyễn Thị A", "--reason", "Công văn 12");
    }

    private static Set<String> changed(JsonNode preview, String side) {
        Set<String> letters = new TreeSet<>();
        for (JsonNode change : preview.get("letters")) {
            boolean onBoth = change.get("change").asText().equals("reads-differently");
            if (!change.get(side).isNull() && !onBoth) {
                letters.add(change.get(side).get("messageId").asText());
            }
        }
        return letters;
    }

    private Set<String> differing(Set<String> these, Set<String> those) {
        return these.stream()
                .filter(Predicate.not(those::contains))
                .map(this::messageIdOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String messageIdOf(String file) {
        Path sent = home.resolve("data/letters").resolve(file);
        Path letter = Files.exists(sent)
                ? sent
                : desk.resolve("xem/hien-hanh/letters").resolve(file);
        return source(letter)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static void everyChangeIsAboutTheMovedDate(JsonNode preview) {
        assertThat(preview.get("letters")).isNotEmpty();
        assertThat(preview.get("rules"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.get("id").asText()).isEqualTo(QUARTERLY));
        assertThat(preview.get("verdicts"))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.get("duty").asText()).isEqualTo(QUARTERLY));
    }

    private static TreeMap<String, String> lettersIn(Path folder) throws IOException {
        TreeMap<String, String> letters = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written =
                    files.filter(file -> file.toString().endsWith(".eml")).toList();
            written.forEach(file -> letters.put(folder.relativize(file).toString(), source(file)));
        }
        return letters;
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
