package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class RuleFolderTest {
    private static final Registry REGISTRY = RegistryFile.read(Path.of("config/agencies.csv"), new Problems());
    private static final String DUTIES = "duties.csv";
    private static final String TARGETS = "targets.dslr";
    private static final String LADDER = "reminders.csv";
    private static final String CLAUSES = "clauses.yaml";
    private static final String PLAN = "plan.yaml";

    private static final RuleReader READER = new RuleReader(REGISTRY, null, RuleCompiler.inMemory());

    @TempDir
    private Path home;

    @Test
    void the_shipped_rules_have_no_mistake() {
        assertThat(READER.check(new RuleFolder(Path.of("rules"), "plan-881"))).isEmpty();
    }

    @Test
    void every_clause_of_the_decision_is_ruled_or_says_why_not() {
        Coverage coverage = Coverage.of(READER.load(shipped()).plan());

        assertThat(coverage.uncovered()).isZero();
        assertThat(coverage.clauses())
                .hasSize(31)
                .allSatisfy(clause -> assertThat(clause.ruledBy().isEmpty()
                                && clause.notCheckable().isEmpty())
                        .as(clause.clause().id())
                        .isFalse());
    }

    @Test
    void a_passage_that_no_duty_quotes_is_found() throws IOException {
        List<Problem> problems = READER.check(
                edited(CLAUSES, "    passages:\n", "    passages:\n      - text: \"Một đoạn chưa ai trích.\"\n"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("clauses.yaml, QD.1");
            assertThat(problem.message()).contains("Một đoạn chưa ai trích.");
        });
    }

    @Test
    void of_a_plan_that_cannot_be_read_nothing_is_said_that_follows_from_it() throws IOException {
        assertThat(READER.check(edited(PLAN, "ageing:", "ageing: \"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).startsWith("plan.yaml, dòng"));
        Files.delete(home.resolve("rules/plan-881").resolve(PLAN));
        assertThat(READER.check(new RuleFolder(home.resolve("rules"), "plan-881")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("không có tệp"));
    }

    @Test
    void a_first_day_that_is_none_is_one_mistake() throws IOException {
        assertThat(READER.check(edited(PLAN, "effective: \"12/05/2017\"", "effective: \"31/02/2017\"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("“31/02/2017” không phải ngày"));
    }

    @Test
    void clauses_that_cannot_be_read_are_one_mistake_and_not_one_in_each_row() throws IOException {
        assertThat(READER.check(edited(CLAUSES, "clauses:", "\tclauses:")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("phím Tab"));
    }

    @Test
    void the_plan_holds_about_250_duties_on_20_departments_14_districts_and_184_communes() {
        RuleBook book = READER.load(shipped());

        assertThat(book.plan().duties()).hasSizeBetween(240, 270);
        assertThat(book.unitsCalled("Các sở, ban, ngành")).hasSize(20);
        assertThat(book.unitsCalled("Các huyện, thành phố")).hasSize(14);
        assertThat(book.unitsCalled("Các xã, phường, thị trấn")).hasSize(184);
        assertThat(book.unitsCalled("Các huyện đồng bằng")).hasSize(7);
    }

    static Stream<Arguments> faultyEdits() {
        return Stream.of(
                edit(
                        DUTIES,
                        "II.2.1.e-07,II.2.1.e,",
                        "II.2.1.e-07,II.2.9.e,",
                        "duties.csv, dòng",
                        "điều khoản “II.2.9.e”",
                        "II.2.1.e"),
                edit(DUTIES, "II.2.1.e-07,", "II.2.1.e-06,", "duties.csv, dòng", "ghi hai lần", "mỗi nhiệm vụ một mã"),
                edit(
                        DUTIES,
                        ",trước 01/01/2018,",
                        ",trước 32/01/2018,",
                        "cột “Hạn”",
                        "không phải ngày",
                        "trước 01/01/2018"),
                edit(DUTIES, ",trước 01/01/2018,", ",giữa quý 2,", "cột “Hạn”", "không phải ngày", "giữa tháng 6"),
                edit(
                        DUTIES,
                        ",trước 01/01/2018,",
                        ",trước 01/01/2016,",
                        "cột “Hạn”",
                        "trước ngày Quyết định",
                        "kiểm tra lại năm"),
                edit(
                        DUTIES,
                        ",chỉ tiêu,UBND tỉnh,",
                        ",chỉ tiu,UBND tỉnh,",
                        "cột “Loại”",
                        "không hiểu “chỉ tiu”",
                        "chỉ tiêu"),
                edit(
                        DUTIES,
                        ",UBND huyện Tây Trà,",
                        ",UBND huyện Tay Tra,",
                        "cột “Chủ trì”",
                        "không có đơn vị",
                        "UBND huyện Tây Trà"),
                edit(DUTIES, ",UBND huyện Tây Trà,", ",,", "cột “Chủ trì”", "thiếu cơ quan", "ghi tên đơn vị"),
                edit(DUTIES, ",Quyết định,không,", ",,không,", "cột “Căn cứ hạn”", "thiếu căn cứ", "giả định"),
                edit(
                        DUTIES,
                        "05/03; 05/06; 05/09; 25/11",
                        "05/03; 05/06",
                        "cột “Mốc theo dõi”",
                        "có 2 ngày",
                        "mỗi kỳ một ngày"),
                edit(DUTIES, "15; 3", "mười lăm", "cột “Nhắc trước”", "không phải số ngày", "15; 7; 3; 1"),
                edit(DUTIES, "Mã,Điều khoản", "Ma,Điều khoản", "duties.csv, dòng 1", "không có cột “Ma”", "Mã"),
                edit(
                        DUTIES,
                        "Phấn đấu đến năm 2020",
                        "Phấn đấu đến năm 2030",
                        "cột “Trích Quyết định”",
                        "không phải lời",
                        "clauses.yaml"),
                edit(
                        TARGETS,
                        "Phải đạt ít nhất 70% số",
                        "Phải đạt tối thiểu 70% số",
                        "targets.dslr, dòng",
                        "không hiểu câu",
                        "Phải đạt ít nhất"),
                edit(
                        TARGETS,
                        "\"II.2.1.e-07\"",
                        "\"II.2.1.e-99\"",
                        "targets.dslr, dòng",
                        "không có nhiệm vụ “II.2.1.e-99”",
                        "II.2.1.e-0"),
                edit(
                        TARGETS,
                        "70% số \"xã, phường, thị trấn\"",
                        "70% số \"xã phường\"",
                        "II.2.1.e-07",
                        "không biết đếm",
                        "được dùng"),
                edit(TARGETS, "70% số", "700% số", "II.2.1.e-07", "không dùng được", "đến 100%"),
                edit(
                        LADDER,
                        "quá hạn,mọi loại",
                        "quá hẹn,mọi loại",
                        "reminders.csv, dòng",
                        "không hiểu “quá hẹn”",
                        "quá hạn"),
                edit(LADDER, ",hạn,1,10,", ",hạn,một,10,", "cột “Từ ngày thứ”", "không phải số ngày", "số nguyên"),
                edit(PLAN, "effective:", "efective:", "plan.yaml, dòng", "không có khóa “efective”", "effective"),
                edit(PLAN, "urgentDays: 30", "urgentDays: ba mươi", "plan.yaml, dòng", "không dùng được", "số nguyên"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faultyEdits")
    void a_faulty_edit_is_refused_with_its_place_the_reason_and_what_to_write(
            String file, String before, String after, String place, String message, String hint) throws IOException {
        List<Problem> problems = READER.check(edited(file, before, after));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.place()).contains(place);
            assertThat(problem.message()).contains(message);
            assertThat(problem.message() + " " + problem.hint()).contains(hint);
        });
    }

    @Test
    void all_mistakes_are_answered_at_once() throws IOException {
        edited(DUTIES, ",trước 01/01/2018,", ",sớm,");
        edited(TARGETS, "Phải đạt ít nhất 70% số", "Đạt 70% số");
        List<Problem> problems = READER.check(edited(LADDER, "quá hạn,mọi loại", "quá hẹn,mọi loại"));

        assertThat(problems.toString()).contains("duties.csv", "targets.dslr", "reminders.csv");
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(TARGETS, "kết thúc", "System.exit(0);\nkết thúc"),
                attack(TARGETS, "quy tắc \"", "import java.lang.Runtime;\nquy tắc \""),
                attack(TARGETS, "quy tắc \"", "function void f() { System.exit(0); }\nquy tắc \""),
                attack(TARGETS, "khi\n", "khi\n    eval(true)\n"),
                attack(TARGETS, "khi\n", "khi\n    > eval(true)\n"),
                attack(TARGETS, "thì\n", "thì\n    > System.exit(0);\n"),
                attack(TARGETS, "\"xã, phường, thị trấn\"", "\"xã\"); System.exit(0); //\""),
                attack(TARGETS, "\"xã, phường, thị trấn\"", "\"xã\\\"); System.exit(0); //\""),
                attack(
                        TARGETS,
                        "quy tắc \"Tinh giản biên chế\"",
                        "quy tắc \"x\" salience 10 when then System.exit(0); end rule \"y\""),
                attack(DUTIES, "II.2.1.e-07,", "\"II.2.1.e-07\"\"); System.exit(0); //\","),
                attack(DUTIES, ",UBND huyện Tây Trà,", ",\"UBND huyện Tây Trà\"\"); System.exit(0); //\","),
                attack(LADDER, "qua-han,", "\"qua-han\"\"); System.exit(0); //\","),
                attack(LADDER, "quá hạn,mọi loại", "\"quá hạn\"\") || eval(true) //\",mọi loại"),
                attack(DUTIES, ",UBND huyện Tây Trà,", ",\"UBND huyện Tây Trà\\\"\") || eval(true) //\","),
                attack(CLAUSES, "- clause: II.2.1.e\n", "- clause: 'II.2.1.e\\\") eval(true) //'\n"),
                attack(
                        "../vietnamese.dsl",
                        "requirements.atRiskAtOnce(kcontext, $duty);",
                        "new java.util.logging.FileHandler(\"x\");"),
                attack(PLAN, "title:", "!!javax.script.ScriptEngineManager [x]\ntitle:"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("attacks")
    void what_an_administrator_writes_never_reaches_java(String file, String before, String after) throws IOException {
        RuleFolder attacked = edited(file, before, after);

        CheckedRules checked = READER.checkWithWarnings(attacked);
        assertThat(Stream.concat(checked.problems().stream(), checked.warnings().stream()))
                .isNotEmpty();
    }

    @Test
    void tables_survive_a_vietnamese_excel() throws IOException {
        RuleBook original = READER.load(shipped());
        copyRules();
        Path table = home.resolve("rules/plan-881/duties.csv");
        String excel = "\ufeff" + Normalizer.normalize(semicolons(Files.readString(table)), Normalizer.Form.NFD);
        Files.write(table, excel.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

        RuleBook saved = READER.load(new RuleFolder(home.resolve("rules"), "plan-881"));

        assertThat(saved.plan().duties()).isEqualTo(original.plan().duties());
    }

    private static RuleFolder shipped() {
        return new RuleFolder(Path.of("rules"), "plan-881");
    }

    private RuleFolder edited(String file, String before, String after) throws IOException {
        if (!Files.exists(home.resolve("rules"))) {
            copyRules();
        }
        edit(file, before, after);
        return new RuleFolder(home.resolve("rules"), "plan-881");
    }

    private void edit(String file, String before, String after) throws IOException {
        Path edited = home.resolve("rules/plan-881").resolve(file);
        String text = Files.readString(edited);
        assertThat(text).as("the edit must have something to change").contains(before);
        int at = text.indexOf(before);
        Files.writeString(edited, text.substring(0, at) + after + text.substring(at + before.length()));
    }

    private void copyRules() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve(file.toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** The table as a spreadsheet with another list separator saves it. */
    private static String semicolons(String csv) {
        Problems problems = new Problems();
        var read = vn.dondoc.reading.CsvTable.read("duties.csv", csv.getBytes(StandardCharsets.UTF_8), problems);
        StringBuilder table = new StringBuilder(String.join(";", read.headings())).append('\n');
        read.rows()
                .forEach(row -> table.append(String.join(
                                ";",
                                read.headings().stream()
                                        .map(heading -> "\"" + row.cell(heading).replace("\"", "\"\"") + "\"")
                                        .toList()))
                        .append('\n'));
        return table.toString();
    }

    private static Arguments edit(String file, String before, String after, String place, String message, String hint) {
        return Arguments.of(file, before, after, place, message, hint);
    }

    private static Arguments attack(String file, String before, String after) {
        return Arguments.of(file, before, after);
    }
}
