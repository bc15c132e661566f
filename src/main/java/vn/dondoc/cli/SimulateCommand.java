package vn.dondoc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Settings;
import vn.dondoc.config.Home;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.Simulation;
import vn.dondoc.rehearsal.Simulation.Outcome;
import vn.dondoc.rehearsal.Simulation.Period;
import vn.dondoc.rehearsal.Simulation.Request;
import vn.dondoc.rules.RuleFiles;

/** {@code dondoc simulate}: every letter of a period on a virtual clock. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Chạy thử một khoảng thời gian bằng đồng hồ ảo: mọi thư của kỳ ấy, ghi thành tệp; không gửi thư.",
            "Làm trên bản sao trong --out; thư mục gốc và dữ liệu của nó không bị đụng đến. Nơi đã vận hành thì đi tiếp từ"
                    + " những gì đã gửi, đã hẹn; ngày đã qua thì sống lại từ ngày đưa vào vận hành.",
            "Thư phải chờ duyệt (mail.release) không được duyệt trong lúc mô phỏng; vẫn có trong letters.csv và có tệp"
                    + " .eml, với lúc lẽ ra được gửi nếu không phải chờ. Thư bị hủy trước khi gửi thì không có."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String MARK = ".dondoc-simulate";
    static final int MOST_YEARS = 5;

    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "NGÀY", description = "Ngày đầu (bắt buộc).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "NGÀY", description = "Ngày cuối (bắt buộc); dài nhất " + MOST_YEARS + " năm.")
    private @Nullable LocalDate to;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Nơi ghi kết quả (bắt buộc): thư mục trống, hoặc của lần mô phỏng trước.")
    private @Nullable Path out;

    @Option(names = "--empty", description = "Bỏ qua báo cáo đã có: như khi chưa đơn vị nào báo cáo.")
    private boolean empty;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Theo quy tắc ở thư mục này. Mặc định: quy tắc có hiệu lực của từng ngày.")
    private @Nullable Path rules;

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        Period period = period(problems);
        OutFolder folder = folder(problems);
        problems.refuseIfAny();
        Settings settings = dondoc.settings();
        refuseWithin(settings.home(), folder.folder());
        folder.prepare("Thư mục do dondoc simulate ghi; xóa được.\n");
        Outcome outcome = Simulation.run(
                settings,
                folder.folder(),
                new Request(period, !empty, edited(settings)),
                spec.commandLine().getErr()::println);
        SimulationSummary.of(outcome, settings).forEach(spec.commandLine().getOut()::println);
        return ExitCode.FINE;
    }

    private @Nullable RuleFiles edited(Settings settings) {
        if (rules == null) {
            return null;
        }
        RuleFiles files = settings.rulesIn(rules).files();
        settings.ruleReader().load(files);
        return files;
    }

    private Period period(Problems problems) {
        LocalDate first = required("--from", from, problems);
        LocalDate last = required("--to", to, problems);
        if (last.isBefore(first)) {
            problems.add(
                    "--to",
                    "ngày cuối " + VietnameseDate.write(last) + " trước ngày đầu " + VietnameseDate.write(first),
                    "đổi chỗ hoặc sửa một trong hai ngày");
        }
        if (!last.isBefore(first.plusYears(MOST_YEARS))) {
            LocalDate latest = first.plusYears(MOST_YEARS).minusDays(1);
            problems.add(
                    "--to",
                    "khoảng mô phỏng dài quá " + MOST_YEARS + " năm",
                    "ghi muộn nhất " + VietnameseDate.write(latest));
        }
        return new Period(first, last);
    }

    /** A stand-in for what is missing keeps the other checks quiet: nothing is run once there is a problem. */
    private LocalDate required(String option, @Nullable LocalDate day, Problems problems) {
        if (day == null) {
            problems.add(option, "thiếu ngày", "ghi " + option + " 2018-01-01");
            return from != null ? from : to != null ? to : LocalDate.EPOCH;
        }
        return day;
    }

    private OutFolder folder(Problems problems) throws IOException {
        if (out == null) {
            problems.add("--out", "thiếu thư mục ghi kết quả", "ghi --out DIR, một thư mục trống hoặc chưa có");
            return new OutFolder(Path.of(""), MARK);
        }
        OutFolder folder = new OutFolder(out.toAbsolutePath().normalize(), MARK);
        if (!folder.isFree()) {
            problems.add("--out", "thư mục " + out + " không trống", "chọn thư mục khác");
        }
        return folder;
    }

    /** The copy would copy itself, and the rules would find files that are not theirs. */
    static void refuseWithin(Home home, Path folder) {
        Problems problems = new Problems();
        List.of(home.rules(), home.schedules(), home.config()).stream()
                .filter(folder::startsWith)
                .forEach(part -> problems.add(
                        "--out", "thư mục nằm trong " + part, "chọn thư mục ngoài rules, schedules, config"));
        problems.refuseIfAny();
    }
}
