package vn.dondoc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.DemoConsole;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.Demo;
import vn.dondoc.rehearsal.Demo.Story;

/** {@code dondoc demo}: the whole main job on invented reports, to be looked at. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Xem thử toàn bộ trên số liệu mẫu năm 2017; không gửi thư.")
final class DemoCommand implements Callable<Integer> {
    private static final String MARK = ".dondoc-demo";
    private static final int UNITS_SHOWN = 14;
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--as-of",
            paramLabel = "NGÀY",
            defaultValue = "2017-12-18",
            description = "Ngày cuối của câu chuyện. Mặc định: ${DEFAULT-VALUE}.")
    private LocalDate asOf;

    @Option(names = "--out", paramLabel = "DIR", description = "Nơi ghi kết quả. Mặc định: một thư mục tạm.")
    private @Nullable Path out;

    @Option(
            names = "--serve",
            description = "Mở trang điều hành trên số liệu mẫu, xem và sửa được, cho đến khi bấm Ctrl+C.")
    private boolean serve;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = prepared(out == null ? Files.createTempDirectory("dondoc-demo-") : out);
        PrintWriter progress = spec.commandLine().getErr();
        Story story = Demo.run(dondoc.home(), folder, asOf, progress::println);
        print(story);
        if (serve) {
            serve(story);
        }
        return ExitCode.FINE;
    }

    /** The console's clock runs on from the morning of the story's last day. */
    private void serve(Story story) throws InterruptedException {
        Duration back = Duration.between(dondoc.clock().instant(), VietnamTime.at(asOf, MORNING));
        DemoConsole console = DemoConsole.open(story.dondoc(), Clock.offset(dondoc.clock(), back));
        PrintWriter answer = spec.commandLine().getOut();
        answer.println();
        answer.println("Trang điều hành trên số liệu mẫu; mỗi người vào bằng một đường dẫn, dùng một lần:");
        console.links()
                .forEach((person, link) -> answer.println(String.format(
                        "  %-24s %-20s %s", person.title(), person.role().words(), link)));
        answer.println("Dừng bằng Ctrl+C.");
        answer.flush();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            console.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }

    private Path prepared(Path folder) throws IOException {
        OutFolder prepared = new OutFolder(folder, MARK);
        if (!prepared.isFree()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Thư mục " + folder + " không trống; chọn thư mục khác hoặc bỏ --out.");
        }
        prepared.prepare("Thư mục do dondoc demo ghi; xóa được.\n");
        return folder;
    }

    private void print(Story story) {
        PrintWriter answer = spec.commandLine().getOut();
        List<Finding> findings = story.assessment().findings();
        answer.println(story.dondoc().rules().current().plan().shortName() + " đến hết ngày "
                + VietnameseDate.write(asOf) + " (số liệu mẫu, không có thật): " + story.reports() + " báo cáo, "
                + findings.size() + " kết quả đánh giá.");
        answer.println();
        answer.println(String.format(
                "%-38s %6s %8s %8s %8s %8s", "Đơn vị", "đạt", "quá mốc", "nguy cơ", "chưa đạt", "im lặng"));
        rows(story).forEach(answer::println);
        answer.println();
        answer.println(StateCounts.inWords(findings));
        Map<LetterState, Integer> letters = story.dondoc().outbox().countByState();
        answer.println("Thư: "
                + letters.entrySet().stream()
                        .filter(state -> state.getValue() > 0)
                        .map(state -> state.getValue() + " " + state.getKey().word())
                        .collect(Collectors.joining(", ")));
        answer.println();
        answer.println("Xem các thư trong trình duyệt: " + story.index().toAbsolutePath());
        answer.println("Tệp thư (.eml): " + story.index().toAbsolutePath().getParent());
    }

    /** The units of the story first: those that reported, then some of the silent. */
    private static List<String> rows(Story story) {
        Map<Agency, List<Finding>> byUnit = story.assessment().findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.obligation().agency(), java.util.LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Agency, List<Finding>> unit) -> !story.assessment()
                                .reporting()
                                .contains(unit.getKey().id()))
                        .thenComparing(
                                unit -> -count(unit.getValue(), State.MET) - count(unit.getValue(), State.MET_LATE)))
                .limit(UNITS_SHOWN)
                .map(unit -> String.format(
                        "%-38s %6d %8d %8d %8d %8s",
                        unit.getKey().name(),
                        count(unit.getValue(), State.MET) + count(unit.getValue(), State.MET_LATE),
                        count(unit.getValue(), State.OVERDUE),
                        count(unit.getValue(), State.AT_RISK),
                        count(unit.getValue(), State.BELOW),
                        story.assessment().reporting().contains(unit.getKey().id()) ? "" : "im lặng"))
                .toList();
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }
}
