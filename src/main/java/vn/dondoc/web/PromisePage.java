package vn.dondoc.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.flow.PromiseLinkFlow.Answer;
import vn.dondoc.flow.PromiseLinkFlow.Sheet;
import vn.dondoc.flow.SheetLine;
import vn.dondoc.notices.Promise;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.PromiseStore.LinkUse;

/** The page of one link. Looking at it (mail scanners do) changes nothing; its button stores and uses the link up. */
final class PromisePage {
    private static final String STYLE = ".." + PageServer.STYLE_PATH;
    private static final String OFFICE = "Cần hẹn thêm, đổi ngày hoặc gia hạn, xin trả lời thư nhắc.";

    private final PromiseLinkFlow flow;
    private final AckLinks links;
    private final Clock clock;
    private final Pages pages;

    PromisePage(PromiseLinkFlow flow, AckLinks links, Clock clock, Pages pages) {
        this.flow = flow;
        this.links = links;
        this.clock = clock;
        this.pages = pages;
    }

    /** A link that may be used: whose letter, as it stands now. */
    private record Open(String token, Sheet sheet) {}

    void show(Context context) {
        usable(context).ifPresent(open -> answer(context, HttpStatus.OK, open.sheet(), Map.of(), "", List.of()));
    }

    void take(Context context) {
        Instant now = clock.instant();
        usable(context).ifPresent(open -> {
            Map<String, String> typed = typed(context, open.sheet());
            String author = written(context, PromiseLinkFlow.AUTHOR);
            Answer answer = flow.give(open.token(), open.sheet(), typed, author, now);
            if (!answer.given().isEmpty()) {
                say(context, HttpStatus.OK, "Đã ghi ngày hẹn nộp", thanks(), inWords(answer.given(), open.sheet()));
            } else if (!answer.problems().isEmpty()) {
                answer(context, HttpStatus.UNPROCESSABLE_CONTENT, open.sheet(), typed, author, answer.problems());
            } else {
                answerOvertaken(context, typed, author);
            }
        });
    }

    /** Somebody was quicker: by now the link is used up, or a promise was entered by another way. */
    private void answerOvertaken(Context context, Map<String, String> typed, String author) {
        Problem overtaken = new Problem(
                PromiseLinkFlow.FORM, "có ngày hẹn vừa được ghi bằng cách khác", "xem lại các nhiệm vụ dưới đây");
        usable(context)
                .ifPresent(
                        open -> answer(context, HttpStatus.CONFLICT, open.sheet(), typed, author, List.of(overtaken)));
    }

    private static List<String> thanks() {
        return List.of(
                "Thư nhắc về các nhiệm vụ sau tạm dừng đến hết ngày hẹn. Khi hoàn thành, đơn vị nộp báo cáo như thường lệ.");
    }

    /** Answers every link that cannot be used, and returns the sheet of one that can. */
    private Optional<Open> usable(Context context) {
        Instant now = clock.instant();
        Optional<AckToken> token = links.read(context.pathParam("token"));
        if (token.isEmpty()) {
            say(
                    context,
                    HttpStatus.FORBIDDEN,
                    "Đường dẫn không đúng",
                    List.of("Đường dẫn thiếu hoặc sai ký tự. Xin mở lại từ thư nhắc, chép đủ cả dòng.", OFFICE));
            return Optional.empty();
        }
        if (VietnamTime.dayOf(now).isAfter(token.get().lastDay())) {
            String lastDay = VietnameseDate.write(token.get().lastDay());
            say(
                    context,
                    HttpStatus.GONE,
                    "Đường dẫn đã hết hạn",
                    List.of("Đường dẫn này dùng được đến hết ngày " + lastDay + ".", OFFICE));
            return Optional.empty();
        }
        Optional<Sheet> sheet = flow.sheet(token.get().letter(), now);
        if (sheet.isEmpty()) {
            say(
                    context,
                    HttpStatus.NOT_FOUND,
                    "Không tìm thấy thư",
                    List.of("Không có thư của đường dẫn này.", OFFICE));
            return Optional.empty();
        }
        sheet.get().use().ifPresent(use -> sayUsed(context, sheet.get(), use));
        return sheet.filter(open -> open.use().isEmpty())
                .map(open -> new Open(token.get().letter(), open));
    }

    private void sayUsed(Context context, Sheet sheet, LinkUse use) {
        var at = use.at().atZone(VietnamTime.ZONE);
        String when = String.format(
                "%02d:%02d ngày %s", at.getHour(), at.getMinute(), VietnameseDate.write(at.toLocalDate()));
        say(
                context,
                HttpStatus.GONE,
                "Đường dẫn đã dùng",
                List.of("Đường dẫn chỉ dùng một lần. " + use.author() + " đã hẹn lúc " + when + ":"),
                inWords(use.promises(), sheet));
    }

    private void answer(
            Context context,
            HttpStatus status,
            Sheet sheet,
            Map<String, String> typed,
            String author,
            List<Problem> problems) {
        SheetView view = SheetView.of(STYLE, sheet, typed, author, problems);
        context.status(status).html(pages.sheet(view));
    }

    void notFound(Context context) {
        if (context.result() == null || context.result().isBlank() || !isPage(context)) {
            say(
                    context,
                    HttpStatus.NOT_FOUND,
                    "Không có trang này",
                    List.of("Xin mở trang từ đường dẫn trong thư nhắc."));
        }
    }

    private static boolean isPage(Context context) {
        String type = context.res().getContentType();
        return type != null && type.startsWith("text/html");
    }

    void tooLarge(Context context) {
        say(
                context,
                HttpStatus.CONTENT_TOO_LARGE,
                "Biểu mẫu quá lớn",
                List.of("Xin mở lại trang từ thư nhắc và gửi lại."));
    }

    void failed(Context context) {
        say(
                context,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Trang tạm thời không dùng được",
                List.of("Chưa ghi gì. Xin thử lại sau ít phút, hoặc trả lời thư nhắc."));
    }

    private void say(Context context, HttpStatus status, String heading, List<String> lines) {
        say(context, status, heading, lines, List.of());
    }

    private void say(Context context, HttpStatus status, String heading, List<String> lines, List<String> list) {
        context.status(status).html(pages.message(new MessageView(STYLE, heading, lines, list)));
    }

    private static List<String> inWords(List<Promise> promises, Sheet sheet) {
        return promises.stream()
                .map(promise ->
                        taskOf(promise, sheet) + ": hẹn nộp chậm nhất ngày " + VietnameseDate.write(promise.until()))
                .toList();
    }

    private static String taskOf(Promise promise, Sheet sheet) {
        return sheet.lines().stream()
                .filter(line -> line.key().equals(promise.finding()))
                .map(line -> line.task() + ", " + line.period())
                .findFirst()
                .orElse(promise.finding().duty());
    }

    private static Map<String, String> typed(Context context, Sheet sheet) {
        Map<String, String> typed = new HashMap<>();
        for (SheetLine line : sheet.lines()) {
            typed.put(line.field(), written(context, line.field()));
        }
        return typed;
    }

    private static String written(Context context, String field) {
        String value = context.formParam(field);
        return value == null ? "" : value;
    }
}
