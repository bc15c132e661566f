package vn.dondoc.web.administration;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.TokenFlow;
import vn.dondoc.people.ApiToken;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.web.access.Mistakes;
import vn.dondoc.web.console.Route;
import vn.dondoc.web.console.Section;
import vn.dondoc.web.console.Visit;
import vn.dondoc.web.console.Words;

/** What programs show instead of signing in. */
final class TokenPages implements Section {
    private static final String TOKENS = PeoplePages.PEOPLE + "/ma-truy-cap";
    private static final int USUAL_DAYS = 90;

    private final TokenFlow flow;
    private final Units units;

    TokenPages(TokenFlow flow, Units units) {
        this.flow = flow;
        this.units = units;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(TOKENS, Route.ADMINISTRATORS, visit -> show(visit, HttpStatus.OK, Mistakes.NONE)),
                Route.post(TOKENS, Route.ADMINISTRATORS, this::add),
                Route.post(TOKENS + "/{id}/thu-hoi", Route.ADMINISTRATORS, this::revoke));
    }

    private void add(Visit visit) {
        Entered<vn.dondoc.flow.Given<ApiToken>> entered = flow.add(
                visit.field("ten-chuong-trinh"),
                visit.field("don-vi"),
                scopes(visit),
                VietnameseDate.read(visit.field("den-ngay")).orElse(LocalDate.EPOCH),
                visit.visitor().author(),
                visit.now());
        if (entered.stored().isEmpty()) {
            show(visit, HttpStatus.UNPROCESSABLE_CONTENT, new Mistakes(entered.refused()));
            return;
        }
        visit.show(
                "administration/given",
                visit.words().of("Mã truy cập", "Token"),
                new Views.Given(
                        entered.stored().get().of().name(),
                        entered.stored().get().secret(),
                        false,
                        TOKENS));
    }

    private void revoke(Visit visit) {
        Optional<Long> id = Optional.of(visit.path("id"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        if (id.isPresent() && flow.revoke(id.get(), visit.visitor().author(), visit.now())) {
            visit.goTo(
                    TOKENS,
                    visit.words().of("Đã thu hồi mã số " + id.get() + ".", "Token " + id.get() + " is taken back."));
        } else {
            visit.notFound();
        }
    }

    private static Set<Scope> scopes(Visit visit) {
        List<String> chosen = visit.http().formParams("pham-vi");
        return Arrays.stream(Scope.values())
                .filter(scope -> chosen.contains(scope.code()))
                .collect(Collectors.toSet());
    }

    private void show(Visit visit, HttpStatus status, Mistakes mistakes) {
        Words words = visit.words();
        List<String> scopes = visit.http().formParams("pham-vi");
        String until = visit.field("den-ngay").isEmpty()
                ? visit.today().plusDays(USUAL_DAYS).toString()
                : visit.field("den-ngay");
        visit.show(
                status,
                "administration/tokens",
                words.of("Mã truy cập", "Tokens"),
                new Views.Tokens(
                        flow.all().stream().map(token -> row(token, visit)).toList(),
                        visit.field("ten-chuong-trinh"),
                        visit.field("don-vi"),
                        scopes,
                        until,
                        units.on(visit.today()),
                        mistakes));
    }

    private Views.TokenRow row(ApiToken token, Visit visit) {
        Words words = visit.words();
        boolean holds = token.holdsAt(visit.now());
        String state = holds
                ? words.of("dùng được", "in force")
                : token.revokedAt() == null ? words.of("hết hạn", "run out") : words.of("đã thu hồi", "taken back");
        return new Views.TokenRow(
                token.id(),
                token.name(),
                token.agency().isEmpty() ? words.of("mọi đơn vị", "all units") : units.name(token.agency()),
                token.orderedScopes().stream()
                        .map(scope -> words.of(scope.words(), scope.english()))
                        .collect(Collectors.joining(", ")),
                token.author(),
                untilWhen(token.expiresAt(), words),
                token.usedAt() == null ? words.of("chưa dùng", "not yet") : words.moment(token.usedAt()),
                holds,
                state);
    }

    /** A day that was given as the last one, and not the midnight that follows it. */
    private static String untilWhen(Instant expiresAt, Words words) {
        LocalDate after = VietnamTime.dayOf(expiresAt);
        return VietnamTime.at(after, LocalTime.MIDNIGHT).equals(expiresAt)
                ? words.of("hết ngày ", "end of ") + words.day(after.minusDays(1))
                : words.moment(expiresAt);
    }
}
