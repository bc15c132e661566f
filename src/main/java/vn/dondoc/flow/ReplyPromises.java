package vn.dondoc.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.PromiseLinkFlow.Answer;
import vn.dondoc.flow.PromiseLinkFlow.Sheet;
import vn.dondoc.flow.ReplyReading.Said;
import vn.dondoc.notices.Promise;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.store.MailReply.Content;
import vn.dondoc.store.PromiseStore.LinkUse;
import vn.dondoc.store.ReplyKind;

/** A day that an answer promises counts for what its letter asks of the writer, and uses the letter's link up. */
public final class ReplyPromises {
    private static final String CHANNEL = "thư trả lời";
    private static final String ANEW = "đề nghị cơ quan theo dõi ghi lại ngày hẹn, hoặc gửi báo cáo";

    private final PromiseLinkFlow promises;

    public ReplyPromises(PromiseLinkFlow promises) {
        this.promises = promises.by(CHANNEL);
    }

    /** @param at when the mail came in: by it a mail that is read a second time knows its own promise again */
    ReplyReading take(ReplyIntent intent, ReplyWriter writer, Content content, Instant at) {
        Optional<Sheet> sheet = promises.sheet(writer.letter().hash(), at);
        if (sheet.isEmpty() || intent.day().isEmpty()) {
            return refused(
                    content,
                    List.of(new Problem(
                            "ngày hẹn",
                            "“" + intent.written() + "” không phải ngày",
                            "ghi “hẹn ngày” và ngày, ví dụ 05/03/2018")));
        }
        Optional<LinkUse> use = sheet.get().use();
        if (use.isPresent()) {
            return isOwn(use.get(), writer, at)
                    ? given(content, use.get().promises(), sheet.get())
                    : refused(content, List.of(usedUp(use.get())));
        }
        String day = VietnameseDate.write(intent.day().get());
        Map<String, String> days = sheet.get().lines().stream()
                .filter(line ->
                        line.isOffered() && writer.mayReport().test(line.key().agency()))
                .collect(Collectors.toMap(SheetLine::field, line -> day, (one, same) -> one));
        if (days.isEmpty()) {
            return refused(content, nothingOffered(sheet.get(), writer));
        }
        Answer answer = promises.give(writer.letter().hash(), sheet.get(), days, writer.address(), at);
        return answer.given().isEmpty() ? refused(content, said(answer)) : given(content, answer.given(), sheet.get());
    }

    private static boolean isOwn(LinkUse use, ReplyWriter writer, Instant at) {
        return use.at().equals(at) && use.author().equals(writer.address());
    }

    private static ReplyReading given(Content content, List<Promise> given, Sheet sheet) {
        List<String> lines = given.stream()
                .map(promise ->
                        taskOf(promise, sheet) + ": hẹn nộp đến hết ngày " + VietnameseDate.write(promise.until()))
                .toList();
        String until = VietnameseDate.write(given.get(0).until());
        return ReplyReading.answered(
                        ReplyKind.PROMISE,
                        content,
                        List.of("hẹn nộp " + given.size() + " nhiệm vụ đến hết ngày " + until),
                        new Said(
                                "Đã ghi ngày hẹn nộp " + until + " cho " + given.size() + " nhiệm vụ",
                                lines,
                                List.of(),
                                "gửi báo cáo chậm nhất ngày " + until,
                                List.of()))
                .withNews(true);
    }

    private static String taskOf(Promise promise, Sheet sheet) {
        return sheet.lines().stream()
                .filter(line -> line.key().equals(promise.finding()))
                .map(line -> line.unit() + ", " + line.task() + " (" + line.clause() + ", " + line.period() + ")")
                .findFirst()
                .orElse(promise.finding().duty());
    }

    private static ReplyReading refused(Content content, List<Problem> problems) {
        return ReplyReading.answered(
                ReplyKind.PROMISE,
                content,
                problems.stream().map(Problem::toString).toList(),
                Said.refusing("Chưa ghi được ngày hẹn nộp", problems));
    }

    private static Problem usedUp(LinkUse use) {
        return new Problem(
                "ngày hẹn", "thư này đã được hẹn " + VietnamTime.inWords(use.at()) + " (" + use.author() + ")", ANEW);
    }

    private static List<Problem> nothingOffered(Sheet sheet, ReplyWriter writer) {
        List<Problem> why = sheet.lines().stream()
                .filter(line -> writer.mayReport().test(line.key().agency()))
                .map(line -> new Problem(line.task() + " (" + line.period() + ")", line.refusal(), ""))
                .toList();
        return why.isEmpty() ? List.of(new Problem("ngày hẹn", "thư này không nêu nhiệm vụ nào hẹn được", ANEW)) : why;
    }

    /** Two used the letter at one moment, or a day is out of bounds: each field has the same day, so one reason will do. */
    private static List<Problem> said(Answer answer) {
        return answer.problems().stream()
                .findFirst()
                .map(problem -> List.of(new Problem("ngày hẹn", problem.message(), problem.hint())))
                .orElseGet(() -> List.of(new Problem("ngày hẹn", "thư này vừa được hẹn theo đường khác", ANEW)));
    }
}
