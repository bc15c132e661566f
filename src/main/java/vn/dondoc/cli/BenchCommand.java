package vn.dondoc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.bench.Country;
import vn.dondoc.bench.CountryBench;
import vn.dondoc.bench.Measured;
import vn.dondoc.bench.Stage;
import vn.dondoc.enclosures.GrowthPicture;
import vn.dondoc.facts.Registry;
import vn.dondoc.letters.Language;
import vn.dondoc.letters.LetterSettings;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.letters.TemplatesInForce;
import vn.dondoc.reading.Problems;

/** {@code dondoc bench}: how long a morning of a whole, made-up country takes on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Đo thời gian một buổi sáng của cả nước trên máy này, bằng số liệu giả lập và quy tắc thật.",
            "Ghi vào một thư mục tạm, xong thì xóa; không đụng đến dữ liệu của thư mục gốc."
        })
final class BenchCommand implements Callable<Integer> {
    private static final List<Integer> GROWTH = List.of(10, 100, 1_000, 10_000);
    private static final int DUTIES_OF_A_UNIT = 77;
    private static final int PICTURE_WIDTH = 900;

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--units",
            paramLabel = "SỐ",
            defaultValue = "13000",
            description = "Số đơn vị. Mặc định: ${DEFAULT-VALUE}.")
    private int units;

    @Option(
            names = "--duties",
            paramLabel = "SỐ",
            defaultValue = "1000000",
            description = "Số đơn vị × nhiệm vụ × kỳ. Mặc định: ${DEFAULT-VALUE}.")
    private int duties;

    @Option(
            names = "--seed",
            paramLabel = "SỐ",
            defaultValue = "881",
            description = "Cùng số thì cùng số liệu. Mặc định: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--warm-up",
            paramLabel = "SỐ",
            defaultValue = "0",
            description = "Chạy trước chừng ấy tỉnh, không tính giờ. Mặc định: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--growth",
            paramLabel = "TỆP",
            description = "Đo 10, 100, 1.000 và 10.000 đơn vị, mỗi đơn vị 77 nhiệm vụ, và vẽ vào tệp PNG này.")
    private @Nullable Path growth;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        refuseNonsense();
        Settings settings = dondoc.settings();
        CountryBench bench = new CountryBench(
                settings.ruleReader().load(settings.rules()),
                settings.calendar(),
                writers(settings),
                System::nanoTime,
                spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        if (growth != null) {
            return grow(bench, growth, out);
        }
        Measured measured = bench.run(new Country(units, duties, seed), warmUp);
        if (format == Format.json) {
            out.println(Answers.json(answer(measured)));
        } else {
            print(measured, out);
        }
        return measured.agrees() ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private int grow(CountryBench bench, Path picture, PrintWriter out) throws IOException {
        List<Measured> sizes = new ArrayList<>();
        for (int size : GROWTH) {
            Measured measured = bench.run(new Country(size, size * DUTIES_OF_A_UNIT, seed), warmUp);
            print(measured, out);
            sizes.add(measured);
        }
        Files.write(
                picture,
                GrowthPicture.draw(GROWTH, secondsOf(sizes), megabytesOf(sizes), PICTURE_WIDTH, PICTURE_WIDTH * 2 / 5));
        return sizes.stream().allMatch(Measured::agrees) ? ExitCode.FINE : ExitCode.FOUND_SOMETHING;
    }

    private static Map<String, List<Double>> secondsOf(List<Measured> sizes) {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        seconds.put("toàn bộ", sizes.stream().map(each -> each.total().clock()).toList());
        for (Stage stage : List.of(Stage.LOAD, Stage.QUEUE, Stage.EVALUATE)) {
            seconds.put(
                    stage.words(),
                    sizes.stream().map(each -> each.at(stage).clock()).toList());
        }
        return seconds;
    }

    private static Map<String, List<Double>> megabytesOf(List<Measured> sizes) {
        Map<String, List<Double>> megabytes = new LinkedHashMap<>();
        megabytes.put(
                "tiến trình",
                sizes.stream()
                        .map(each -> megabytes(each.memory().peakResident()))
                        .toList());
        megabytes.put(
                "heap cao nhất",
                sizes.stream().map(each -> megabytes(each.memory().peakHeap())).toList());
        megabytes.put(
                "heap còn lại",
                sizes.stream().map(each -> megabytes(each.memory().heapAfter())).toList());
        return megabytes;
    }

    private static double megabytes(long bytes) {
        return bytes / 1048576.0;
    }

    /** The letters of this home, without links to promise by. */
    private static Function<Registry, LetterWriter> writers(Settings settings) {
        var configuration = settings.configuration();
        var office = configuration.office();
        TemplatesInForce templates =
                new TemplatesInForce(settings.home().config().resolve("mail"), Language.of(configuration.locale()));
        LetterSettings letters = new LetterSettings(
                new LetterSettings.Office(office.name(), office.place(), office.above(), office.symbol()),
                configuration.mail().from(),
                configuration.mail().from(),
                (key, day) -> "");
        return registry ->
                new LetterWriter(templates::current, settings.home().config().resolve("cong-van"), letters, registry);
    }

    private void refuseNonsense() {
        Problems problems = new Problems();
        if (units < 1) {
            problems.add("--units", "phải có ít nhất một đơn vị", "ghi 13000");
        }
        if (duties < 1) {
            problems.add("--duties", "phải có ít nhất một nhiệm vụ", "ghi 1000000");
        }
        if (warmUp < 0) {
            problems.add("--warm-up", "số tỉnh không được âm", "ghi 0");
        }
        if (format == Format.csv) {
            problems.add("--format", "không có dạng csv", "ghi table hoặc json");
        }
        problems.refuseIfAny();
    }

    private static void print(Measured measured, PrintWriter out) {
        out.println(measured.country().units() + " đơn vị, " + measured.judged() + " nhiệm vụ, " + measured.reports()
                + " báo cáo, " + measured.changes() + " kết luận khác hôm trước, " + measured.letters() + " thư");
        for (Stage stage : Stage.values()) {
            out.println(line(stage.words(), measured.at(stage), measured.judged()));
        }
        out.println(line("toàn bộ", measured.total(), measured.judged()));
        out.println(line("vòng lặp viết tay", measured.loop(), measured.judged()));
        out.println(line("một câu SQL", measured.query(), measured.judged()));
        out.println(words(
                "Đánh giá bằng quy tắc: %.1f lần vòng lặp viết tay, %.2f lần câu SQL",
                measured.timesTheLoop(), measured.timesTheQuery()));
        out.println(words(
                "Bộ nhớ: heap cao nhất %d MB, còn lại %d MB, tiến trình cao nhất %d MB",
                measured.memory().peakHeap() >> 20,
                measured.memory().heapAfter() >> 20,
                measured.memory().peakResident() >> 20));
        measured.byRules().forEach((state, count) -> out.println(words("%-22s %9d", state.words(), count)));
        out.println(
                measured.agrees()
                        ? "Ba cách đếm bằng nhau."
                        : "Ba cách đếm KHÁC nhau: " + measured.byRules() + " / " + measured.byHand() + " / "
                                + measured.byQuery());
    }

    private static String line(String what, Measured.Seconds seconds, long judged) {
        return words(
                "%-22s %9.3f giây %9.3f giây bộ xử lý %,14.0f nhiệm vụ/giây",
                what, seconds.clock(), seconds.processor(), judged / seconds.clock());
    }

    private static String words(String pattern, Object... values) {
        return String.format(Locale.forLanguageTag("vi-VN"), pattern, values);
    }

    private static Map<String, Object> answer(Measured measured) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("units", measured.country().units());
        answer.put("duties", measured.judged());
        answer.put("seed", measured.country().seed());
        answer.put("reports", measured.reports());
        answer.put("changes", measured.changes());
        answer.put("letters", measured.letters());
        Map<String, Object> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.code(), timed(measured.at(stage), measured.judged()));
        }
        stages.put("total", timed(measured.total(), measured.judged()));
        answer.put("stages", stages);
        answer.put("loop", timed(measured.loop(), measured.judged()));
        answer.put("sql", timed(measured.query(), measured.judged()));
        answer.put("evaluateToLoop", measured.timesTheLoop());
        answer.put("evaluateToSql", measured.timesTheQuery());
        answer.put(
                "memory",
                Map.of(
                        "peakHeapBytes", measured.memory().peakHeap(),
                        "heapAfterBytes", measured.memory().heapAfter(),
                        "peakResidentBytes", measured.memory().peakResident()));
        answer.put("agree", measured.agrees());
        answer.put(
                "findings", Map.of("rules", measured.byRules(), "loop", measured.byHand(), "sql", measured.byQuery()));
        return answer;
    }

    private static Map<String, Object> timed(Measured.Seconds seconds, long judged) {
        Map<String, Object> timed = new LinkedHashMap<>();
        timed.put("seconds", seconds.clock());
        timed.put("processorSeconds", seconds.processor());
        timed.put("perSecond", Math.round(judged / seconds.clock()));
        return timed;
    }
}
