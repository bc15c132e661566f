package vn.dondoc.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Nearest;

/**
 * Which plan is followed, and from when to when.
 *
 * @param folder its folder under {@code rules/}
 * @param goLive what fell due before this day comes in the opening letter; null for the day of the first morning check
 * @param closed the day on which the whole plan was closed; null while it is open
 * @param closedBy the document that closed it; empty while it is open
 */
public record PlanConfiguration(
        String folder, @Nullable LocalDate goLive, @Nullable LocalDate closed, String closedBy) {
    /** No plan that a machine was to follow is older; what lies outside is mistyped. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    static PlanConfiguration read(SettingReader plan) {
        PlanConfiguration read = new PlanConfiguration(
                plan.text("folder", "plan-881"), plan.date("goLive"), plan.date("closed"), plan.text("closedBy", ""));
        read.refuseUnknownFolder(plan);
        read.refuseHalfClosed(plan);
        refuseMistypedYear(plan, "goLive", read.goLive());
        refuseMistypedYear(plan, "closed", read.closed());
        return read;
    }

    private static void refuseMistypedYear(SettingReader plan, String key, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            plan.problem(
                    key,
                    "năm " + day.getYear() + " không dùng được",
                    "kiểm tra lại năm: từ " + FIRST_YEAR + " đến " + LAST_YEAR);
        }
    }

    /** Without a rules folder at all there is nothing to compare with: the reading of the rules says so. */
    private void refuseUnknownFolder(SettingReader plan) {
        List<String> plans = foldersIn(plan.home().resolve("rules"));
        if (!folder.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            plan.problem("folder", "“" + folder + "” không phải tên thư mục", "ghi tên một thư mục nằm trong rules");
        } else if (!plans.isEmpty() && !plans.contains(folder)) {
            plan.problem("folder", "không có thư mục rules/" + folder, Nearest.hint(folder, plans));
        }
    }

    private void refuseHalfClosed(SettingReader plan) {
        boolean closedWritten =
                plan.section().text("closed").filter(day -> !day.isBlank()).isPresent();
        if (closedWritten && closedBy.isEmpty()) {
            plan.problem("closed", "đóng kế hoạch phải có văn bản", "ghi số, ngày văn bản ở closedBy");
        }
        if (!closedWritten && !closedBy.isEmpty()) {
            plan.problem("closedBy", "có văn bản đóng kế hoạch mà không có ngày", "ghi ngày ở closed: \"31/12/2021\"");
        }
        if (closed != null && goLive != null && closed.isBefore(goLive)) {
            plan.problem("closed", "ngày đóng kế hoạch trước ngày bắt đầu goLive", "sửa một trong hai ngày");
        }
    }

    private static List<String> foldersIn(Path rules) {
        if (!Files.isDirectory(rules)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(rules)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
