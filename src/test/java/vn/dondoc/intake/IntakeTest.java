package vn.dondoc.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dondoc.intake.Office.NOW;
import static vn.dondoc.intake.Office.TARGET;
import static vn.dondoc.intake.Office.at;
import static vn.dondoc.intake.Office.report;
import static vn.dondoc.intake.Office.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.intake.Intake.Options;
import vn.dondoc.store.Outcome;

class IntakeTest {
    private static final Options BACKDATED = new Options(true, false);
    private static final Options KEEP_GOOD = new Options(false, true);

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @Test
    void a_full_report_becomes_an_entry_with_everything_it_says() {
        Receipt receipt = office.sendEntries("""
                {"duty": "II.2.1.e-04", "status": "done", "completedOn": "2017-12-10",
                 "evidence": [{"ref": "12/KH-SNV", "date": "2017-12-10", "link": "https://so.example/12"}],
                 "numerator": 8, "denominator": 33.50, "value": null,
                 "items": [{"unit": "21172", "date": "2016-11-30", "ref": "7/QĐ"}], "note": "Dòng 1\\r\\n<b>Dòng 2</b>"}""");

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(receipt.acceptedCount()).isEqualTo(1);
        assertThat(receipt.refused()).isEmpty();
        assertThat(office.known())
                .containsExactly(new Entry(
                        1,
                        "so-lieu.json, mục 1",
                        "so-noi-vu",
                        Period.quarter(2017, 4),
                        TARGET,
                        ReportedStatus.DONE,
                        LocalDate.of(2017, 12, 10),
                        List.of(new Entry.Evidence("12/KH-SNV", LocalDate.of(2017, 12, 10), "https://so.example/12")),
                        new BigDecimal("8"),
                        new BigDecimal("33.5"),
                        null,
                        List.of(new Entry.Item("21172", LocalDate.of(2016, 11, 30), "7/QĐ")),
                        "Dòng 1\n<b>Dòng 2</b>",
                        NOW));
    }

    @Test
    void a_file_may_hold_several_reports() {
        String two = "[" + report("so-noi-vu", "2017-Q4", target("")) + ","
                + report("522", "2017-Q4", "{\"duty\": \"III.1-01\", \"status\": \"done\"}") + "]";

        Receipt receipt = office.send("hai.json", two);

        assertThat(receipt.accepted())
                .extracting(AcceptedRow::place, AcceptedRow::agency)
                .containsExactly(
                        tuple("hai.json, báo cáo 1, mục 1", "so-noi-vu"), tuple("hai.json, báo cáo 2, mục 1", "522"));
    }

    @Test
    void letters_written_in_parts_are_composed_even_from_escapes() {
        office.send("bao-cao.json", report("so-noi-vu", "2017-Q4", target("\"note\": \"Đo\\u0302n đo\u0302\u0301c\"")));

        assertThat(office.known().get(0).note()).isEqualTo("Đôn đốc");
    }

    @Test
    void nothing_arisen_is_zero_of_zero() {
        assertThat(office.sendEntries(target("\"numerator\": 0, \"denominator\": 0"))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_cut_may_be_negative() {
        Receipt receipt = office.send(
                "cat-giam.json",
                report(
                        "so-tu-phap",
                        "2017-Q4",
                        "{\"duty\": \"II.1.d-01\", \"status\": \"in-progress\", \"numerator\": -3, \"denominator\": 10}"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void next_years_plan_may_be_reported_in_the_year_in_which_it_is_due() {
        Receipt receipt = office.send(
                "ke-hoach.json", report("so-noi-vu", "2018", "{\"duty\": \"II.2.1.a-01\", \"status\": \"done\"}"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_unit_may_report_late_on_a_time_in_which_it_existed() {
        Receipt receipt = office.send(
                "tay-tra.json",
                report("526", "2019", "{\"duty\": \"III.1-01\", \"status\": \"done\"}"),
                at(2020, 2, 15));

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void a_later_report_supersedes_and_the_past_can_still_be_asked() {
        office.send(
                "mot.json",
                report("so-noi-vu", "2017-Q4", target("\"numerator\": 1, \"denominator\": 9")),
                at(2017, 12, 1));
        Receipt second = office.send(
                "hai.json",
                report("so-noi-vu", "2017-Q4", target("\"numerator\": 2, \"denominator\": 9")),
                at(2017, 12, 8));

        assertThat(second.accepted().get(0).supersedes())
                .isEqualTo(new AcceptedRow.Superseded("mot.json, mục 1", "2017-12-01T09:00:00+07:00"));
        assertThat(office.store.entriesKnownAt(at(2017, 11, 30))).isEmpty();
        assertThat(office.store.entriesKnownAt(at(2017, 12, 1)))
                .extracting(Entry::numerator)
                .containsExactly(BigDecimal.ONE);
        assertThat(office.store.entriesKnownAt(at(2017, 12, 8)))
                .extracting(Entry::numerator)
                .containsExactly(BigDecimal.ONE, new BigDecimal(2));
        assertThat(office.store.entriesKnownAt(at(2017, 12, 8).minusMillis(1))).hasSize(1);
    }

    @Test
    void the_same_file_twice_adds_nothing_and_says_when_it_came_first() {
        String file = report("so-noi-vu", "2017-Q4", target(""));
        office.send("mot.json", file, at(2017, 12, 1));

        Receipt again = office.send("ten-khac.json", file, at(2017, 12, 8));

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.firstReceivedAt()).isEqualTo("2017-12-01T09:00:00+07:00");
        assertThat(again.acceptedCount()).isZero();
        assertThat(office.known()).hasSize(1);
    }

    @Test
    void the_same_file_counts_again_once_another_has_superseded_it() {
        String first = report("so-noi-vu", "2017-Q4", target("\"value\": 1"));
        office.send("mot.json", first, at(2017, 12, 1));
        office.send("hai.json", report("so-noi-vu", "2017-Q4", target("\"value\": 2")), at(2017, 12, 2));

        assertThat(office.send("mot.json", first, at(2017, 12, 3)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(office.known()).extracting(Entry::value).map(String::valueOf).containsExactly("1", "2", "1");
    }

    @Test
    void a_refused_file_sent_again_is_checked_again() {
        String file = report("so-noi-vu", "2017-Q5", target(""));
        office.send("mot.json", file);

        assertThat(office.send("mot.json", file).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void one_bad_row_refuses_the_whole_file() {
        Receipt receipt = office.sendEntries(target("") + ", {\"duty\": \"II.2.1.a-01\", \"status\": \"xong\"}");

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.accepted()).isEmpty();
        assertThat(office.known()).isEmpty();
        assertThat(folder.resolve("data/received").resolve(receipt.keptAs())).exists();
    }

    @Test
    void good_rows_are_kept_where_that_is_asked_for() {
        String file =
                report("so-noi-vu", "2017-Q4", "{\"duty\": \"II.2.1.a-01\", \"status\": \"xong\"}, " + target(""));

        Receipt receipt = office.send("mot.json", file, KEEP_GOOD, NOW);

        assertThat(receipt.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(receipt.accepted()).extracting(AcceptedRow::place).containsExactly("mot.json, mục 2");
        assertThat(receipt.refused()).hasSize(1);
        Receipt again = office.send("mot.json", file, KEEP_GOOD, NOW.plusSeconds(60));
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.refused()).isEqualTo(receipt.refused());
        assertThat(office.known()).hasSize(1);
    }

    @Test
    void of_two_entries_on_the_same_thing_neither_is_kept() {
        Receipt receipt = office.send(
                "mot.json", report("so-noi-vu", "2017-Q4", target("") + "," + target("\"value\": 3")), KEEP_GOOD, NOW);

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.refused())
                .extracting(Object::toString)
                .containsExactly(
                        "mot.json, mục 1: cùng đơn vị, kỳ và nhiệm vụ với mot.json, mục 2 → giữ một mục; trong bảng thì để các dòng của một nhiệm vụ liền nhau",
                        "mot.json, mục 2: cùng đơn vị, kỳ và nhiệm vụ với mot.json, mục 1 → giữ một mục; trong bảng thì để các dòng của một nhiệm vụ liền nhau");
    }

    @Test
    void an_import_counts_from_the_moment_that_it_claims() {
        Receipt receipt = office.send("cu.json", withMoment("2017-06-15T09:00:00+07:00"), BACKDATED, NOW);

        assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(office.store.entriesKnownAt(at(2017, 6, 15))).hasSize(1);
        assertThat(office.store.entriesKnownAt(at(2017, 6, 14))).isEmpty();
    }

    @Test
    void an_old_report_imported_late_does_not_push_aside_a_newer_one() {
        office.send("moi.json", report("so-noi-vu", "2017-Q2", target("\"value\": 2")), at(2017, 7, 1));

        Receipt old = office.send("cu.json", withMoment("2017-06-15T09:00:00+07:00"), BACKDATED, NOW);

        assertThat(old.accepted().get(0).supersedes()).isNull();
        assertThat(office.known()).extracting(Entry::source).containsExactly("cu.json, mục 1", "moi.json, mục 1");
    }

    @Test
    void an_import_without_a_moment_counts_from_now() {
        office.send("cu.json", report("so-noi-vu", "2017-Q2", target("")), BACKDATED, NOW);

        assertThat(office.known().get(0).receivedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "/etc/passwd",
                "a/../../b.json",
                "..",
                ".",
                "",
                "x\r\ny.json",
                "con\u0000.json",
                "...json",
                "~/.ssh/id"
            })
    void a_name_leads_nowhere_else(String name) throws IOException {
        Receipt receipt = office.send(name, report("so-noi-vu", "2017-Q4", target("")));

        assertThat(receipt.keptAs())
                .matches("2017/[0-9a-f]{32}-[\\p{L}\\p{M}\\p{Nd}._-]+")
                .doesNotContain("..");
        assertThat(receipt.fileName()).isNotEmpty().doesNotContain("/", "\\", "\n", "\r", "\u0000");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("dondoc.db")))
                    .containsExactly(office.received.resolve(receipt.keptAs()));
        }
    }

    @Test
    void a_very_long_name_fits_into_the_file_system() {
        Receipt receipt = office.send("Đ".repeat(300) + ".json", report("so-noi-vu", "2017-Q4", target("")));

        assertThat(receipt.keptAs()).endsWith("Đ.json");
    }

    @Test
    void the_original_is_kept_byte_for_byte() throws IOException {
        byte[] bytes = {'{', (byte) 0xff, '\r', '\n', 0};

        Receipt receipt = office.intake.receive("hong.json", bytes, Options.STRICT, NOW);

        assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Files.readAllBytes(office.received.resolve(receipt.keptAs())))
                .isEqualTo(bytes);
    }

    @Test
    void a_file_on_disk_is_taken_as_well() throws IOException {
        Path file = folder.resolve("tep.json");
        Files.writeString(file, report("so-noi-vu", "2017-Q4", target("")), StandardCharsets.UTF_8);

        assertThat(office.intake.receive("tep.json", file, Options.STRICT, NOW).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(file).exists();
    }

    @Test
    void a_receipt_goes_to_json_as_it_stands() {
        Receipt receipt = office.sendEntries(target("\"numerator\": 9, \"denominator\": 8"));

        JsonNode json = new ObjectMapper().valueToTree(receipt);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "fileName",
                        "outcome",
                        "acceptedCount",
                        "accepted",
                        "refused",
                        "untouched",
                        "keptAs",
                        "firstReceivedAt",
                        "number");
        assertThat(json.get("outcome").textValue()).isEqualTo("refused");
        assertThat(json.get("refused").get(0).fieldNames()).toIterable().containsExactly("place", "message", "hint");
    }

    private static String withMoment(String moment) {
        return report("so-noi-vu", "2017-Q2", target("")).replaceFirst("\\{", "{\"receivedAt\": \"" + moment + "\", ");
    }
}
