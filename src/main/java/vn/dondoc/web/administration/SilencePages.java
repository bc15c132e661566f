package vn.dondoc.web.administration;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.facts.AgencyGroup;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.SilenceFlow;
import vn.dondoc.notices.Silence;
import vn.dondoc.notices.Silence.Matcher;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.web.access.Mistakes;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** Rests from letters (tạm dừng nhắc). */
final class SilencePages implements Section {
    private static final String SILENCES = PeoplePages.PEOPLE + "/tam-dung";
    private static final int USUAL_DAYS = 7;
    private static final int SHORT = 60;

    private final SilenceFlow flow;
    private final RulesInForce rules;
    private final Units units;
    private final Consumer<Instant> afterwards;

    /** @param afterwards looks again at the letters that wait; comes back at once */
    SilencePages(SilenceFlow flow, RulesInForce rules, Units units, Consumer<Instant> afterwards) {
        this.flow = flow;
        this.rules = rules;
        this.units = units;
        this.afterwards = afterwards;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(SILENCES, Route.ADMINISTRATORS, visit -> show(visit, HttpStatus.OK, Mistakes.NONE)),
                Route.post(SILENCES, Route.ADMINISTRATORS, this::enter),
                Route.post(SILENCES + "/{id}/dung", Route.ADMINISTRATORS, this::end));
    }

    private void enter(Visit visit) {
        Optional<LocalDate> from = VietnameseDate.read(visit.field("tu-ngay"));
        Optional<LocalDate> until = VietnameseDate.read(visit.field("den-ngay"));
        List<Problem> unread = new ArrayList<>();
        if (from.isEmpty()) {
            unread.add(new Problem("ngày đầu", "chưa ghi hoặc không phải ngày", "ghi dạng 18/12/2017"));
        }
        if (until.isEmpty()) {
            unread.add(new Problem("ngày cuối", "chưa ghi hoặc không phải ngày", "ghi dạng 18/12/2017"));
        }
        Entered<Silence> entered = unread.isEmpty()
                ? flow.enter(request(visit, from.orElseThrow(), until.orElseThrow()), visit.now())
                : new Entered<>(Optional.empty(), unread);
        if (entered.stored().isEmpty()) {
            show(visit, HttpStatus.UNPROCESSABLE_CONTENT, new Mistakes(entered.refused()));
            return;
        }
        afterwards.accept(visit.now());
        long id = entered.stored().get().id();
        visit.goTo(SILENCES, visit.words().of("Đã ghi, số " + id + ".", "Stored as number " + id + "."));
    }

    private static SilenceFlow.Request request(Visit visit, LocalDate from, LocalDate until) {
        Views.SilenceFields typed = typed(visit);
        return new SilenceFlow.Request(
                new Matcher(typed.agency(), typed.duty(), typed.clause(), typed.group()),
                typed.everything(),
                typed.reason(),
                from,
                until,
                visit.visitor().author());
    }

    private void end(Visit visit) {
        Optional<Long> id = Optional.of(visit.path("id"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        if (id.isPresent()
                && flow.end(id.get(), visit.visitor().author(), visit.now())
                        .stored()
                        .isPresent()) {
            afterwards.accept(visit.now());
            visit.goTo(
                    SILENCES,
                    visit.words().of("Nhắc trở lại; đã dừng số " + id.get() + ".", "Ended number " + id.get() + "."));
        } else {
            visit.notFound();
        }
    }

    private void show(Visit visit, HttpStatus status, Mistakes mistakes) {
        Words words = visit.words();
        List<Views.SilenceRow> rows = new ArrayList<>();
        flow.all(visit.now()).forEach(silence -> rows.add(0, row(silence, visit)));
        visit.show(
                status,
                "administration/silences",
                words.of("Tạm dừng nhắc", "Rests from letters"),
                new Views.Silences(
                        rows, typed(visit), units.on(visit.today()), duties(), AgencyGroup.allWords(), mistakes));
    }

    private List<Views.Unit> duties() {
        return rules.current().dutyIds().stream()
                .flatMap(id -> rules.current().duty(id).stream())
                .map(duty -> new Views.Unit(duty.id(), shortened(duty.text())))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
    }

    private static Views.SilenceFields typed(Visit visit) {
        String from = visit.field("tu-ngay");
        String until = visit.field("den-ngay");
        return new Views.SilenceFields(
                visit.field("don-vi"),
                visit.field("nhiem-vu"),
                visit.field("dieu-khoan"),
                visit.field("nhom"),
                !visit.field("tat-ca").isEmpty(),
                visit.field("ly-do"),
                from.isEmpty() ? visit.today().toString() : from,
                until.isEmpty() ? visit.today().plusDays(USUAL_DAYS).toString() : until);
    }

    private Views.SilenceRow row(Silence silence, Visit visit) {
        Words words = visit.words();
        Matcher matcher = silence.matcher();
        String covers = Stream.of(units.name(matcher.agency()), matcher.duty(), matcher.clause(), matcher.group())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Views.SilenceRow(
                silence.id(),
                covers.isEmpty() ? words.of("mọi nhiệm vụ của mọi đơn vị", "everything") : covers,
                silence.reason(),
                silence.author(),
                words.day(silence.from()),
                words.day(silence.until()),
                SilenceFlow.isOver(silence, visit.today()));
    }
}
