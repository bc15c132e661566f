package vn.dondoc.web.reports;

import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Entry;
import vn.dondoc.facts.Ruling.Kind;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.RulingFlow;
import vn.dondoc.flow.RulingFlow.Done;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;
import vn.dondoc.web.reports.UnitReportsView.RulingForm;

/** Where Sở Nội vụ returns or approves what a unit reported, and what waits for that. */
final class RulingPage {
    private static final int MOST_WAITING = 200;

    private final ReportDesk desk;
    private final UnitReportsPage unit;

    RulingPage(ReportDesk desk, UnitReportsPage unit) {
        this.desk = desk;
        this.unit = unit;
    }

    void showWaiting(Visit visit) {
        RuleBook book = desk.rules().get();
        List<WaitingView.Row> rows = desk.ruled().waiting(MOST_WAITING).stream()
                .map(entry -> row(entry, book, visit.words()))
                .toList();
        visit.show(
                "report-waiting",
                visit.words().of("Chờ duyệt, chờ xác nhận", "Waiting for approval"),
                new WaitingView(rows));
    }

    private static WaitingView.Row row(Entry entry, RuleBook book, Words words) {
        return new WaitingView.Row(
                entry.agency(),
                book.registry().latest(entry.agency()).map(Agency::name).orElse(entry.agency()),
                entry.duty(),
                book.duty(entry.duty()).map(Duty::text).orElse(""),
                entry.period().id(),
                EntryWords.of(entry.status(), words),
                words.moment(entry.receivedAt()));
    }

    void take(Visit visit) {
        String typedDate = visit.field("ngay-moi");
        Optional<LocalDate> newDate = VietnameseDate.read(typedDate);
        Kind kind = visit.field("viec").equals("tra-lai") ? Kind.RETURNED : Kind.APPROVED;
        Set<Long> chosen = chosen(visit);
        Entered<Done> entered = desk.rulings()
                .enter(
                        new RulingFlow.Request(
                                visit.path("unit"),
                                chosen,
                                kind,
                                kind == Kind.RETURNED ? visit.field("ly-do") : "",
                                kind == Kind.RETURNED ? newDate.orElse(null) : null,
                                visit.visitor().author()),
                        visit.now());
        if (entered.stored().isEmpty()) {
            RulingForm form = new RulingForm(
                    visit.field("ly-do"), typedDate, byPlace(entered.refused(), typedDate, newDate.isPresent()));
            unit.show(visit, HttpStatus.UNPROCESSABLE_CONTENT, form, chosen);
            return;
        }
        desk.intake().judge(visit.now());
        visit.goTo(
                ReportsSection.HOME + "/" + visit.path("unit"),
                told(entered.stored().get(), kind, visit.words()));
    }

    private static Set<Long> chosen(Visit visit) {
        return visit.http().formParams("muc").stream()
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Problem>> byPlace(List<Problem> refused, String typedDate, boolean isDate) {
        Map<String, List<Problem>> byPlace = refused.stream()
                .collect(Collectors.groupingBy(Problem::place, LinkedHashMap::new, Collectors.toList()));
        if (!typedDate.isEmpty() && !isDate && byPlace.containsKey(RulingFlow.NEW_DATE)) {
            byPlace.put(
                    RulingFlow.NEW_DATE,
                    List.of(new Problem(
                            RulingFlow.NEW_DATE,
                            "“" + typedDate + "” không phải là ngày",
                            "ghi ngày dạng 31/12/2017")));
        }
        return byPlace;
    }

    private static String told(Done done, Kind kind, Words words) {
        if (kind == Kind.APPROVED) {
            return words.of("Đã duyệt " + done.entries() + " mục.", done.entries() + " entries approved.");
        }
        String letter = done.told().isEmpty()
                ? words.of(
                        "đơn vị chưa có địa chỉ thư, cần báo bằng cách khác",
                        "the unit has no mail address: tell it otherwise")
                : words.of("thư báo đơn vị đã vào hàng chờ gửi", "a letter to the unit waits in the outbox");
        return words.of("Đã trả lại " + done.entries() + " mục; ", done.entries() + " entries returned; ") + letter
                + ".";
    }
}
