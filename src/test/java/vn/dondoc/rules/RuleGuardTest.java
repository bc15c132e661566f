package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class RuleGuardTest {
    private static final String HEADER = """
            package vn.dondoc.plan;
            import vn.dondoc.facts.Duty;
            global vn.dondoc.rules.RequirementCollector requirements;
            """;
    private static final String WHEN = "$duty : Duty(id == \"I.1-03\")";
    private static final String THEN = "requirements.atRiskAtOnce($duty);";

    @Test
    void a_rule_of_one_pattern_and_calls_of_its_collector_passes() {
        assertThat(refusals(rule(WHEN, THEN + " requirements.atRiskBelow($duty, \"30/06\", \"15\");"))
                        .list())
                .isEmpty();
    }

    static Stream<String> headers() {
        return Stream.of(
                HEADER.replace("plan;", "other;"),
                HEADER.replace("import vn.dondoc.facts.Duty;\n", ""),
                HEADER + "import java.lang.Runtime;\n",
                HEADER + "import java.io.*;\n",
                HEADER + "import static java.lang.System.exit;\n",
                HEADER + "import function java.lang.System.exit;\n",
                HEADER + "import accumulate vn.dondoc.rules.Sum sum;\n",
                HEADER.replace("requirements;", "other;"),
                HEADER.replace("vn.dondoc.rules.RequirementCollector", "java.lang.Runtime"),
                HEADER + "global java.lang.Runtime runtime;\n",
                HEADER + "function void f() { System.exit(0); }\n",
                HEADER + "query q() $duty : Duty() end\n",
                HEADER + "declare Thing name : String end\n",
                HEADER + "declare enum Colour RED; end\n",
                HEADER + "declare window W Duty() over window:length(1) from entry-point e end\n",
                HEADER + "declare entry-point e end\n",
                HEADER + "dialect \"mvel\"\n",
                HEADER + "unit vn.dondoc.plan.Unit;\n");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_file_that_brings_anything_of_its_own_is_refused(String header) {
        Problems problems = new Problems();

        RuleGuard.check(Permitted.TARGETS, "targets.dslr.drl", header + rule(WHEN, THEN), problems);

        assertThat(problems.list())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place()).startsWith("targets.dslr"))
                .allSatisfy(RuleGuardTest::isVietnamese);
    }

    /** Beside what was written, which stands in quotation marks, no word of the language of rules or of its parser. */
    private static void isVietnamese(Problem problem) {
        String own = (problem.message() + " " + problem.hint())
                .replaceAll("(?s)“.*”", "")
                .replace("rules/README.md", "");
        assertThat(own)
                .doesNotContainPattern(
                        "(?i)\\b(package|import|global|unit|function|declare|accumulate|entry|point|window"
                                + "|attributes?|rules?|query|line|expected|mismatched|token|error|input|unable|unknown|null"
                                + "|dialect|salience|java|end|then|when)\\b");
        assertThat(own).doesNotContain("[", "{", "org.", "java.");
        assertThat(problem.hint()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$duty : Duty()  $other : Duty()",
                "$duty : Duty() or $duty : Duty()",
                "not Duty()",
                "exists Duty()",
                "forall($duty : Duty())",
                "Duty(id == \"x\")",
                "$duty : Object(id == \"x\")",
                "$duty : java.lang.Runtime()",
                "eval(true)",
                "$duty : Duty() eval(true)",
                "$duty : Duty(eval(true))",
                "$duty : Duty(name == \"x\")",
                "$duty : Duty(class.name == \"x\")",
                "$duty : Duty(this.id == \"x\")",
                "$duty : Duty(id.length() == 3)",
                "$duty : Duty(id matches \"(a+)+b\")",
                "$duty : Duty(id str[startsWith] \"x\")",
                "$duty : Duty($id : id)",
                "$duty : Duty(id == new String(\"x\"))",
                "$duty : Duty(id == Runtime.getRuntime().toString())",
                "$duty : Duty(id == System.getProperty(\"user.home\"))",
                "$duty : Duty(getClass().getClassLoader() != null)",
                "$duty : Duty(id == (String) \"x\")",
                "$duty : Duty(id in (\"x\", System.getProperty(\"y\")))",
                "$duty : Duty(id == \"a\" + \"b\")",
                "$duty : Duty(/soft/day == 1)",
                "$duty : Duty(\"x\";)",
                "$duty := Duty()",
                "$duty : Duty() from entry-point \"e\"",
                "$duty : Duty() from new java.io.File(\"x\")",
                "$duty : Duty() over window:length(1)",
                "accumulate(Duty($n : line); $s : sum($n))",
                "$duty : Number() from accumulate(Duty($n : line), sum($n))",
                "$duty : java.util.List() from collect(Duty())",
                "?q()",
                "$duty : Duty() do[other]"
            })
    void a_condition_that_is_more_than_one_plain_pattern_is_refused(String condition) {
        assertThat(refusals(rule(condition, THEN)).list()).isNotEmpty().allSatisfy(RuleGuardTest::isVietnamese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "while (true) {}",
                "insert($duty);",
                "update($duty);",
                "delete($duty);",
                "modify($duty) { }",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "requirements.toString();",
                "requirements.getClass();",
                "requirements.atRiskAtOnce($duty).toString();",
                "requirements.<String>atRiskAtOnce($duty);",
                "requirements.atRiskAtOnce(null);",
                "requirements.atRiskAtOnce($other);",
                "requirements.atRiskAtOnce((vn.dondoc.facts.Duty) $duty);",
                "requirements.atRiskBelow($duty, System.getProperty(\"x\"), \"15\");",
                "requirements.atRiskBelow($duty, $duty.id(), \"15\");",
                "requirements.atRiskBelow($duty, \"a\" + \"b\", \"15\");",
                "requirements.atRiskBelow($duty, \"\\u0022); System.exit(0); //\", \"15\");",
                "Runnable r = () -> System.exit(0);",
                "new Thread().start();",
                "{ requirements.atRiskAtOnce($duty); }",
                "if (true) requirements.atRiskAtOnce($duty);",
                "int i = 1;",
                "return;",
                "} static { System.exit(0);",
                "}} class X { static { System.exit(0); }} class Y {{",
                "requirements = null;",
                "requirements.atRiskAtOnce($duty); then[x] System.exit(0);"
            })
    void a_consequence_that_is_more_than_calls_with_literals_is_refused(String consequence) {
        assertThat(refusals(rule(WHEN, consequence)).list()).isNotEmpty().allSatisfy(RuleGuardTest::isVietnamese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "no-loop true",
                "dialect \"mvel\"",
                "dialect \"java\"",
                "enabled false",
                "agenda-group \"x\"",
                "timer(int: 1s)",
                "duration 10",
                "date-effective \"01-Jul-2026\"",
                "extends \"other\"",
                "@author(\"x\")",
                "@clause(Runtime.getRuntime())"
            })
    void a_rule_with_an_attribute_or_a_strange_annotation_is_refused(String attribute) {
        String drl = "rule \"x\" " + attribute + " when " + WHEN + " then " + THEN + " end";

        assertThat(refusals(drl).list()).isNotEmpty().allSatisfy(RuleGuardTest::isVietnamese);
    }

    @Test
    void a_refusal_names_the_line_of_the_sentence_and_the_rule() {
        Problems problems = refusals("\n\n" + rule(WHEN, "System.exit(0);"));

        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("targets.dslr, dòng 3, quy tắc “x”"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.exit(0);",
                "java.lang.Runtime.getRuntime().exit(0);",
                "new java.util.Scanner(\"x\");",
                "new java.util.Timer();",
                "new java.util.logging.FileHandler(\"x\");",
                "java.nio.file.Files.exists(null);",
                "new java.io.FileWriter(\"x\");",
                "Thread.currentThread();",
                "$duty.getClass().getClassLoader().loadClass(\"java.lang.Runtime\");",
                "java.util.ServiceLoader.load(Object.class);",
                "new org.drools.util.IoUtils();",
                "org.kie.api.KieServices.Factory.get().newKieClasspathContainer().getKieBase();",
                "new vn.dondoc.rules.RuleFolder(null, \"x\");"
            })
    void behind_the_guard_stands_a_wall_that_compiled_rules_cannot_look_over(String consequence) {
        Problems problems = new Problems();

        var compiled = RuleCompiler.inMemory()
                .compileUnguarded(Map.of("wall.drl", HEADER + rule(WHEN, consequence)), problems);

        assertThat(compiled).isNull();
        assertThat(problems.list()).isNotEmpty();
    }

    private static String rule(String condition, String consequence) {
        return "rule \"x\"\nwhen\n" + condition + "\nthen\n" + consequence + "\nend\n";
    }

    private static Problems refusals(String rules) {
        Problems problems = new Problems();
        RuleGuard.check(Permitted.TARGETS, "targets.dslr.drl", HEADER + rules, problems);
        return problems;
    }
}
