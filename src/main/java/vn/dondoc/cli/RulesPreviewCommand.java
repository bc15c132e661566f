package vn.dondoc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.app.Dondoc;
import vn.dondoc.findings.State;
import vn.dondoc.flow.VerdictChanges;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rehearsal.ItemChanges;
import vn.dondoc.rehearsal.LetterChange;
import vn.dondoc.rehearsal.Preview;
import vn.dondoc.rehearsal.PreviewWords;
import vn.dondoc.rehearsal.SimulatedLetter;
import vn.dondoc.rehearsal.Simulation.Period;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.rules.RulesInForce.Taking;

/** {@code dondoc rules preview}: which verdicts and letters an edit would change. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Xem trước: quy tắc đã sửa làm thay đổi kết luận nào, thêm, bớt, dời, đổi nội dung thư nào.",
            "Tính trên dữ liệu hiện có, mặc định cho 12 tháng tới; không đụng đến dữ liệu, không gửi thư."
        })
final class RulesPreviewCommand implements Callable<Integer> {
    private static final String MARK = ".dondoc-preview";
    private static final int MONTHS = 12;

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Thư mục quy tắc đã sửa. Mặc định: rules của chương trình.")
    private @Nullable Path folder;

    @Option(names = "--from", paramLabel = "NGÀY", description = "Ngày đầu. Mặc định: ngày kiểm tra kế tiếp.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "NGÀY", description = "Ngày cuối. Mặc định: " + MONTHS + " tháng từ ngày đầu.")
    private @Nullable LocalDate to;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Nơi ghi thư và trang HTML. Mặc định: data/xem-truoc của chương trình.")
    private @Nullable Path out;

    @Option(names = "--empty", description = "Bỏ qua dữ liệu đã có: như khi chưa đơn vị nào báo cáo.")
    private boolean empty;

    @Option(names = "--format", defaultValue = "table", description = "table hoặc json.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        Dondoc open = rules.dondoc().open();
        RuleFolder edited =
                folder == null ? open.settings().rules() : open.settings().rulesIn(folder);
        Taking checked = open.rules().check(edited);
        if (!checked.problems().isEmpty()) {
            checked.problems().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().println(checked.problems().size() + " lỗi; sửa rồi mới xem trước được.");
            return ExitCode.FOUND_SOMETHING;
        }
        Period period = period(open);
        OutFolder target = target(open);
        target.prepare("Thư mục do dondoc rules preview ghi; xóa được.\n");
        Preview preview = Preview.of(
                open,
                edited.files(),
                target.folder(),
                period,
                !empty,
                spec.commandLine().getErr()::println);
        print(preview);
        return ExitCode.FINE;
    }

    private Period period(Dondoc open) {
        LocalDate today = rules.dondoc().today();
        LocalDate next = open.lastMorning()
                .filter(last -> !last.isBefore(today))
                .map(last -> last.plusDays(1))
                .orElse(today);
        LocalDate first = from == null ? next : from;
        LocalDate last = to == null ? first.plusMonths(MONTHS).minusDays(1) : to;
        Problems problems = new Problems();
        if (last.isBefore(first) || !last.isBefore(first.plusYears(SimulateCommand.MOST_YEARS))) {
            problems.add(
                    "--to",
                    "ngày cuối " + VietnameseDate.write(last) + " không dùng được với ngày đầu "
                            + VietnameseDate.write(first),
                    "ghi một ngày sau ngày đầu, nhiều nhất " + SimulateCommand.MOST_YEARS + " năm");
        }
        problems.refuseIfAny();
        return new Period(first, last);
    }

    private OutFolder target(Dondoc open) throws IOException {
        Path chosen = out == null ? open.settings().home().data().resolve("xem-truoc") : out;
        OutFolder target = new OutFolder(chosen.toAbsolutePath().normalize(), MARK);
        Problems problems = new Problems();
        if (!target.isFree()) {
            problems.add(new Problem("--out", "thư mục " + chosen + " không trống", "chọn thư mục khác"));
        }
        problems.refuseIfAny();
        SimulateCommand.refuseWithin(open.settings().home(), target.folder());
        return target;
    }

    private void print(Preview preview) {
        PrintWriter answer = spec.commandLine().getOut();
        if (format == Format.json) {
            answer.println(Answers.json(json(preview)));
            return;
        }
        answer.println("Từ " + VietnameseDate.write(preview.period().from()) + " đến "
                + VietnameseDate.write(preview.period().to()) + ". " + PreviewWords.summary(preview));
        preview.rules().changes().forEach(change -> answer.println("  " + PreviewWords.title(change)));
        preview.letters().forEach(change -> answer.println("  " + line(change, preview)));
        answer.println("Xem từng thư, từng kết luận: " + preview.index());
    }

    private static String line(LetterChange change, Preview preview) {
        SimulatedLetter before = change.before();
        SimulatedLetter after = change.after();
        String days = before == null || after == null || before.day().equals(after.day())
                ? VietnameseDate.write(change.either().day())
                : VietnameseDate.write(before.day()) + " → " + VietnameseDate.write(after.day());
        String items = PreviewWords.items(change);
        return String.format(
                "%-12s %s, %s: %s%s",
                change.kind().words(),
                preview.nameOf(change.either().agency()),
                days,
                change.either().subject(),
                items.isEmpty() ? "" : " (" + items + ")");
    }

    private static Map<String, Object> json(Preview preview) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("from", preview.period().from().toString());
        answer.put("to", preview.period().to().toString());
        answer.put(
                "rules",
                preview.rules().changes().stream().map(RulesDiffCommand::answer).toList());
        answer.put(
                "letters",
                preview.letters().stream().map(RulesPreviewCommand::json).toList());
        answer.put(
                "verdicts",
                preview.verdicts().stream().map(RulesPreviewCommand::json).toList());
        answer.put("page", preview.index().toString());
        return answer;
    }

    private static Map<String, Object> json(LetterChange change) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("change", change.kind().code());
        answer.put("agency", change.either().agency());
        answer.put("to", change.either().to());
        answer.put("kind", change.either().kind().code());
        answer.put("subject", change.either().subject());
        answer.put("before", json(change.before(), Preview.BEFORE));
        answer.put("after", json(change.after(), Preview.AFTER));
        answer.put("items", json(change.items()));
        return answer;
    }

    private static @Nullable Map<String, Object> json(@Nullable SimulatedLetter letter, String folder) {
        if (letter == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("day", letter.day().toString());
        answer.put("time", letter.time());
        answer.put("messageId", letter.messageId());
        answer.put("page", folder + "/pages/" + letter.page());
        return answer;
    }

    private static Map<String, Object> json(ItemChanges items) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "added", items.added().stream().map(RulesPreviewCommand::json).toList());
        answer.put(
                "dropped",
                items.dropped().stream().map(RulesPreviewCommand::json).toList());
        answer.put(
                "moved",
                items.moved().stream()
                        .map(moved -> {
                            Map<String, Object> item = json(moved.item());
                            item.put("from", moved.from().toString());
                            item.put("to", moved.to().toString());
                            return item;
                        })
                        .toList());
        return answer;
    }

    private static Map<String, Object> json(ItemChanges.Item item) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("agency", item.agency());
        answer.put("duty", item.duty());
        answer.put("period", item.period());
        return answer;
    }

    private static Map<String, Object> json(VerdictChanges.Change change) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("agency", change.key().agency());
        answer.put("duty", change.key().duty());
        answer.put("period", change.key().period());
        answer.put("before", name(change.before()));
        answer.put("after", name(change.after()));
        answer.put("from", change.from().toString());
        answer.put("until", change.until().toString());
        return answer;
    }

    private static @Nullable String name(@Nullable State state) {
        return state == null ? null : state.name();
    }
}
