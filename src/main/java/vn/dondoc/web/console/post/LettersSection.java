package vn.dondoc.web.console.post;

import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.outbox.OfficerAct;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.store.LetterSearch;
import vn.dondoc.store.LetterSearch.Wanted;
import vn.dondoc.web.console.Address;
import vn.dondoc.web.console.Pager;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;

/** <em>Thư</em>: the outbox, one letter, the months; stopping and starting all sending. */
public final class LettersSection implements Section {
    private static final int LETTERS_A_PAGE = 50;

    private final Mailroom mailroom;
    private final LetterPage letters;
    private final LetterMonths months;

    public LettersSection(Mailroom mailroom) {
        this.mailroom = mailroom;
        this.letters = new LetterPage(mailroom);
        this.months = new LetterMonths(mailroom);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/thu", Route.EVERYBODY, this::list),
                Route.get("/thu/lich", Route.EVERYBODY, months::show),
                Route.post("/thu/tam-dung", Route.OFFICE, this::pause),
                Route.post("/thu/gui-tiep", Route.OFFICE, this::resume),
                Route.get("/thu/{id}", Route.EVERYBODY, letters::show),
                Route.get("/thu/{id}/noi-dung", Route.EVERYBODY, letters::body),
                Route.get("/thu/{id}/tep/{number}", Route.EVERYBODY, letters::file),
                Route.post("/thu/{id}/gui-lai", Route.OFFICE, letters::retry),
                Route.post("/thu/{id}/duyet", Route.OFFICE, letters::release),
                Route.post("/thu/{id}/rut", Route.OFFICE, letters::takeBack));
    }

    private void list(Visit visit) {
        show(visit, HttpStatus.OK, "", "");
    }

    private void show(Visit visit, HttpStatus status, String reason, String problem) {
        LetterListView.Choice choice = new LetterListView.Choice(
                visit.query("q"), visit.query("trang-thai"), visit.query("loai"), visit.query("ngay-thu"));
        Wanted wanted = wanted(visit, choice);
        Address address = Address.of("thu")
                .with("q", choice.text())
                .with("trang-thai", choice.state())
                .with("loai", choice.kind())
                .with("ngay-thu", choice.day());
        Pager pager = Pager.of(visit, address, LETTERS_A_PAGE, mailroom.search().count(wanted));
        List<LetterSearch.Line> lines = mailroom.search().page(wanted, pager.from(), LETTERS_A_PAGE);
        boolean all = Mailroom.seesAll(visit);
        visit.show(
                status,
                "letters",
                visit.words().of("Thư", "Letters"),
                new LetterListView(
                        all ? mailroom.outbox().countByState() : Map.of(),
                        lines,
                        names(lines),
                        choice,
                        all ? mailroom.outbox().currentPause().orElse(null) : null,
                        all ? mailroom.outbox().standstill().orElse(null) : null,
                        Mailroom.mayAct(visit),
                        reason,
                        problem,
                        pager,
                        address));
    }

    private Wanted wanted(Visit visit, LetterListView.Choice choice) {
        return new Wanted(
                LetterState.ofCode(choice.state()),
                Arrays.stream(LetterKind.values())
                        .filter(kind -> kind.code().equals(choice.kind()))
                        .findFirst(),
                day(choice.day()),
                mailroom.about(visit, choice.text()),
                !Mailroom.seesAll(visit));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Map<String, String> names(List<LetterSearch.Line> lines) {
        Map<String, String> names = new HashMap<>();
        lines.forEach(line -> names.computeIfAbsent(line.agency(), unit -> mailroom.nameOf(unit, line.day())));
        return names;
    }

    private void pause(Visit visit) {
        String reason = VietnameseText.oneLine(visit.field("ly-do"));
        if (reason.isEmpty()) {
            show(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    reason,
                    visit.words()
                            .of(
                                    "Chưa ghi lý do. Xin ghi vì sao tạm dừng gửi thư.",
                                    "No reason is given. Please say why sending is paused."));
            return;
        }
        mailroom.outbox().pause(act(visit, reason));
        visit.goTo("/thu", visit.words().of("Đã tạm dừng gửi mọi thư.", "All sending is paused."));
    }

    private void resume(Visit visit) {
        String reason = VietnameseText.oneLine(visit.field("ly-do"));
        mailroom.outbox().resume(act(visit, reason.isEmpty() ? "gửi tiếp" : reason));
        visit.goTo("/thu", visit.words().of("Đã cho gửi thư tiếp.", "Sending goes on."));
    }

    static OfficerAct act(Visit visit, String reason) {
        return new OfficerAct(visit.visitor().author(), reason, visit.now());
    }
}
