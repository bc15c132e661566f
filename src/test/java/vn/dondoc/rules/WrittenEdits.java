package vn.dondoc.rules;

import static vn.dondoc.rules.GeneratedEdits.CLAUSES;
import static vn.dondoc.rules.GeneratedEdits.DUTIES;
import static vn.dondoc.rules.GeneratedEdits.LADDER;
import static vn.dondoc.rules.GeneratedEdits.LANGUAGE;
import static vn.dondoc.rules.GeneratedEdits.PLAN;
import static vn.dondoc.rules.GeneratedEdits.TARGETS;
import static vn.dondoc.rules.HostileEdit.bounded;
import static vn.dondoc.rules.HostileEdit.refused;
import static vn.dondoc.rules.HostileEdit.swap;
import static vn.dondoc.rules.HostileEdit.text;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Edits thought of by hand: code in every place that takes words, rules out of shape, traps of the formats. */
final class WrittenEdits {
    private static final String NAME = "quy tắc \"Tinh giản biên chế\"";
    private static final String CONDITION = "Chỉ tiêu \"II.2.1.e-07\"";
    private static final String DEMAND = "Phải đạt ít nhất 70% số \"xã, phường, thị trấn\"";
    private static final String REASON = "huyện Tây Trà đã nhập vào";

    private WrittenEdits() {}

    static Stream<HostileEdit> all() {
        return Stream.of(lines(), keywords(), values(), numbers(), tables(), duties(), yaml(), language())
                .flatMap(edits -> edits);
    }

    /** Lines that are no sentences, each put in one of the parts of a rule. */
    private static Stream<HostileEdit> lines() {
        List<String> lines = List.of(
                "System.exit(0);",
                "> System.exit(0);",
                "> eval(true)",
                "eval(true)",
                "import java.io.*;",
                "import function java.lang.System.exit;",
                "global java.lang.Runtime runtime;",
                "function void f() { System.exit(0); }",
                "declare X end",
                "query q() end",
                "end rule \"x\" when then",
                "/* mở mà không đóng",
                "// ghi chú",
                "dialect \"mvel\"",
                "salience 10",
                "requirements.atRiskAtOnce($duty);",
                "$duty : Duty()",
                "[when]x=eval(true)",
                "expander vietnamese.dsl",
                "- không có điều kiện",
                "\u202Eđọc ngược");
        return IntStream.range(0, lines.size()).mapToObj(i -> {
            String line = lines.get(i);
            return switch (i % 3) {
                case 0 -> refused("before the rules: " + line, TARGETS, swap("quy tắc", line + "\nquy tắc"));
                case 1 -> refused("after khi: " + line, TARGETS, swap("khi\n", "khi\n" + line + "\n"));
                default -> refused("after thì: " + line, TARGETS, swap("thì\n", "thì\n" + line + "\n"));
            };
        });
    }

    private static Stream<HostileEdit> keywords() {
        return Stream.of("khi", "thì", "kết thúc")
                .flatMap(word -> Stream.of(
                        refused("without " + word, TARGETS, swap("\n" + word + "\n", "\n")),
                        refused("two " + word, TARGETS, swap("\n" + word + "\n", "\n" + word + "\n" + word + "\n")),
                        refused("misspelt " + word, TARGETS, swap("\n" + word + "\n", "\n" + word + "x\n")),
                        refused("in English " + word, TARGETS, swap("\n" + word + "\n", "\nwhen\n")),
                        refused("more than " + word, TARGETS, swap("\n" + word + "\n", "\n" + word + " và\n"))));
    }

    /** What stands in quotation marks. */
    private static Stream<HostileEdit> values() {
        List<String> values = List.of(
                "\"); System.exit(0); //",
                "\\\"); System.exit(0); //",
                "\\u0022); System.exit(0); //",
                "” + System.getProperty(“x”) + “",
                "#{System.exit(0)}",
                "@{System.exit(0)}",
                "$param",
                "{things}",
                "a\" + \"b",
                "\t\u0007",
                "<script>alert(1)</script>",
                "%n$s%x",
                "a".repeat(450) + "!");
        return IntStream.range(0, values.size()).boxed().flatMap(i -> {
            String value = values.get(i);
            HostileEdit name = refused("in a rule's name: " + value, TARGETS, swap(NAME, "quy tắc \"" + value + "\""));
            HostileEdit target =
                    refused("in a target: " + value, TARGETS, swap(CONDITION, "Chỉ tiêu \"" + value + "\""));
            HostileEdit counted = refused(
                    "in what is counted: " + value, TARGETS, swap(DEMAND, "Phải đạt ít nhất 70% số \"" + value + "\""));
            HostileEdit reason = value.startsWith("”")
                    ? bounded("in a reason: " + value, TARGETS, swap(REASON, value))
                    : refused("in a reason: " + value, TARGETS, swap(REASON, value));
            return i % 2 == 0 ? Stream.of(name, reason) : Stream.of(target, counted);
        });
    }

    private static Stream<HostileEdit> numbers() {
        return Stream.of(
                        swap("ít nhất 70%", "ít nhất 0%"),
                        swap("ít nhất 70%", "ít nhất 100,01%"),
                        swap("ít nhất 70%", "ít nhất ,%"),
                        swap("ít nhất 70%", "ít nhất 7,,0%"),
                        swap("ít nhất 70%", "ít nhất " + "9".repeat(300) + "%"),
                        swap("ít nhất 70%", "ít nhất -1%"),
                        swap("ít nhất 70%", "ít nhất 7e1%"),
                        swap("ít nhất 9 ", "ít nhất 010 "),
                        swap("ít nhất 9 ", "ít nhất 0 "),
                        swap("ít nhất 9 ", "ít nhất 99999999999 "),
                        swap("ít nhất 9 ", "ít nhất 0x9 "),
                        swap("ít nhất 9 ", "ít nhất 9L "),
                        swap("của năm 2020", "của năm 99999999999"),
                        swap("của năm 2020", "của năm 02020"),
                        swap("từ ngày \"30/06\"", "từ ngày \"31/06\""),
                        swap("từ ngày \"30/06\"", "từ ngày \"////\""),
                        swap("kể từ ngày \"12/05/2017\"", "kể từ ngày \"12/05\""),
                        swap("Từ ngày \"01/02/2020\"", "Từ ngày \"30/02/2020\""))
                .map(edit -> refused("a number or date that is none", TARGETS, edit));
    }

    /** First cells and lines that the compiler of decision tables or a spreadsheet would take for its own. */
    private static Stream<HostileEdit> tables() {
        return Stream.of(DUTIES, LADDER)
                .flatMap(file -> Stream.of(
                        refused("RuleSet before it", file, text("RuleSet,x\n" + GeneratedEdits.textOf(file))),
                        refused(
                                "Functions before it",
                                file,
                                text("Functions,\"void f() {}\"\n" + GeneratedEdits.textOf(file))),
                        refused("Import before it", file, text("Import,java.io.File\n" + GeneratedEdits.textOf(file))),
                        refused("a line of blanks before it", file, text(" , ,\n" + GeneratedEdits.textOf(file))),
                        refused(
                                "RuleTable behind it",
                                file,
                                text(GeneratedEdits.textOf(file) + "RuleTable x\nCONDITION\n")),
                        refused("an open quotation", file, text(GeneratedEdits.textOf(file) + "\"a,b\n")),
                        refused("a false separator", file, text("sep=|\n" + GeneratedEdits.textOf(file))),
                        refused(
                                "a thousand separators",
                                file,
                                text(GeneratedEdits.textOf(file) + "a" + ",x".repeat(1_000))),
                        refused(
                                "a cell of 100,000 letters",
                                file,
                                text(GeneratedEdits.textOf(file) + "x".repeat(100_000))),
                        refused("a row twice", file, text(GeneratedEdits.textOf(file) + lastLineOf(file))),
                        refused(
                                "no rows",
                                file,
                                text(GeneratedEdits.textOf(file)
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()))));
    }

    private static String lastLineOf(String file) {
        return GeneratedEdits.textOf(file).lines().reduce((one, other) -> other).orElseThrow() + "\n";
    }

    private static Stream<HostileEdit> duties() {
        return Stream.of(
                cell("Mã", "II.1.d-05"),
                cell("Mã", "II.1.d-05\nII.1.d-06"),
                cell("Điều khoản", "II.1.d\") eval(true"),
                cell("Chủ trì", "Sở Tư Phap"),
                cell("Chủ trì", ";;;"),
                cell("Chủ trì", "UBND tỉnh || true"),
                cell("Chủ trì", "UBND tỉnh\\"),
                cell("Hạn", "31/02/2018"),
                cell("Hạn", "43100"),
                cell("Hạn", "05/06/17"),
                cell("Hạn", "31/12/9999999999"),
                cell("Hạn", "hôm qua"),
                cell("Mốc theo dõi", "trước trước 25/11"),
                cell("Nhắc trước", "15; 3; -1"),
                cell("Nhắc trước", "99999999999"),
                cell("Trùng với", "II.9-99"),
                cell("Từ ngày", "30/02/2018"),
                cell("Đến ngày", "mãi mãi"),
                cell("Loại", "chỉ tiêu; một lần"),
                cell("Chu kỳ", "hằng giờ"),
                cell("Hoàn thành khi", "xong"));
    }

    private static HostileEdit cell(String heading, String cell) {
        return refused(
                heading + " " + cell,
                DUTIES,
                file -> Files.writeString(file, GeneratedEdits.withCell(DUTIES, 3, heading, cell)));
    }

    private static Stream<HostileEdit> yaml() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n")
                .reduce("a0: &a0 [x]\n", String::concat);
        return Stream.of(PLAN, CLAUSES)
                .flatMap(file -> Stream.of(
                        refused("a tag", file, before(file, "!!javax.script.ScriptEngineManager [x]\n")),
                        refused("a tag on a key", file, before(file, "x: !!java.net.URL [\"http://x\"]\n")),
                        refused("a billion laughs", file, before(file, laughs)),
                        refused("a list that holds itself", file, before(file, "x: &x [*x]\n")),
                        refused("very deep", file, before(file, "x: " + "[".repeat(100_000) + "\n")),
                        refused(
                                "very deep and closed",
                                file,
                                before(file, "x: " + "[".repeat(60) + "]".repeat(60) + "\n")),
                        refused("very deep blocks", file, before(file, deepBlocks())),
                        refused("two documents", file, before(file, "x: 1\n---\n")),
                        refused("a tabulator", file, before(file, "x:\n\ty: 1\n")),
                        refused("a key twice", file, before(file, "title: a\ntitle: b\n")),
                        refused("a merge", file, before(file, "<<: {x: 1}\n")),
                        refused("a list in place of the whole", file, text("- a\n- b\n")),
                        refused("one word", file, text("x")),
                        refused("a key that is a list", file, before(file, "? [a, b]\n: c\n")),
                        refused("a million keys", file, before(file, keys(300_000)))));
    }

    private static HostileEdit.Edit before(String file, String lines) {
        return text(lines + GeneratedEdits.textOf(file));
    }

    private static String deepBlocks() {
        return IntStream.range(0, 200).mapToObj(i -> " ".repeat(i) + "x:\n").reduce("", String::concat);
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        IntStream.range(0, count).forEach(i -> keys.append('k').append(i).append(": 1\n"));
        return keys.toString();
    }

    private static Stream<HostileEdit> language() {
        return Stream.of(
                refused("code in the grammar", LANGUAGE, swap("requirements.atRiskAtOnce($duty);", "System.exit(0);")),
                refused("a sentence more", LANGUAGE, swap("[then]", "[then]Tắt máy=System.exit(0);\n[then]")),
                refused("a keyword more", LANGUAGE, swap("[then]", "[keyword]khi=when\n[then]")),
                refused("a debugging line", LANGUAGE, swap("# Các câu", "#/ debug display\n# Các câu")),
                bounded(
                        "saved under Windows",
                        LANGUAGE,
                        text(GeneratedEdits.textOf(LANGUAGE).replace("\n", "\r\n"))));
    }
}
