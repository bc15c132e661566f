package vn.dondoc.web.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.flow.SignInFlow;
import vn.dondoc.flow.SignInFlow.Answer;
import vn.dondoc.flow.SignInFlow.Paused;
import vn.dondoc.flow.SignInFlow.Shown;
import vn.dondoc.people.Secrets;
import vn.dondoc.people.Totp;
import vn.dondoc.store.SessionStore;
import vn.dondoc.store.SessionStore.Kept;
import vn.dondoc.store.SessionStore.Stage;
import vn.dondoc.web.console.Annex;
import vn.dondoc.web.console.ConsolePages;
import vn.dondoc.web.console.Door;
import vn.dondoc.web.console.Words;

/** Where strangers show who they are: login and password, then the authenticator's code where one is wanted. */
final class SignInPages implements Annex {
    static final String CODE = Door.SIGN_IN + "/ma";
    static final String SET_UP = Door.SIGN_IN + "/thiet-lap";
    static final String BACK = "ve";
    private static final String GROUPS_OF_FOUR = "(.{4})(?=.)";

    private final SignInFlow flow;
    private final CookieSessions sessions;
    private final SessionStore store;
    private final AccessCookies cookies;
    private final ClientAddress addresses;
    private final ConsolePages pages;
    private final Clock clock;

    SignInPages(
            SignInFlow flow,
            CookieSessions sessions,
            SessionStore store,
            AccessCookies cookies,
            ClientAddress addresses,
            ConsolePages pages,
            Clock clock) {
        this.flow = flow;
        this.sessions = sessions;
        this.store = store;
        this.cookies = cookies;
        this.addresses = addresses;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void build(JavalinConfig config) {
        config.routes.get(Door.SIGN_IN, this::ask);
        config.routes.post(Door.SIGN_IN, http -> ifOurForm(http, this::takePassword));
        config.routes.get(CODE, http -> ifWanted(http, Stage.CODE_WANTED, (kept, now) -> askForCode(http, "")));
        config.routes.post(
                CODE,
                http -> ifOurForm(
                        http, () -> ifWanted(http, Stage.CODE_WANTED, (kept, now) -> takeCode(http, kept, now))));
        config.routes.get(
                SET_UP, http -> ifWanted(http, Stage.SECOND_STEP_WANTED, (kept, now) -> askToSetUp(http, kept, "")));
        config.routes.post(
                SET_UP,
                http -> ifOurForm(
                        http, () -> ifWanted(http, Stage.SECOND_STEP_WANTED, (kept, now) -> setUp(http, kept, now))));
    }

    private void ask(Context http) {
        Instant now = clock.instant();
        if (sessions.of(http, now).isPresent()) {
            http.redirect(back(http), HttpStatus.SEE_OTHER);
            return;
        }
        Optional<Kept> unfinished = sessions.unfinished(http, now);
        if (unfinished.isPresent() && http.queryParam("lai") == null) {
            goOn(http, unfinished.get().stage());
        } else {
            show(http, HttpStatus.OK, "");
        }
    }

    private void takePassword(Context http) {
        Instant now = clock.instant();
        Answer answer = flow.byPassword(field(http, "ten"), field(http, "mat-khau"), addresses.of(http), now);
        if (answer instanceof Shown shown) {
            enter(http, shown, now);
        } else {
            Words words = Door.wordsOf(http);
            show(
                    http,
                    statusOf(answer),
                    refusal(
                            answer,
                            words,
                            words.of("Tên đăng nhập hoặc mật khẩu không đúng.", "Login or password is wrong.")));
        }
    }

    /** Opens what is due next to somebody who has shown that much. */
    void enter(Context http, Shown shown, Instant now) {
        sessions.open(http, shown.person(), shown.next(), now);
        goOn(http, shown.next());
    }

    private void goOn(Context http, Stage stage) {
        String back = back(http);
        String query = "?" + BACK + "=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8);
        String next = switch (stage) {
            case OPEN -> back;
            case CODE_WANTED -> CODE + query;
            case SECOND_STEP_WANTED -> SET_UP + query;
        };
        http.redirect(next, HttpStatus.SEE_OTHER);
    }

    private void takeCode(Context http, Kept kept, Instant now) {
        Answer answer = flow.byCode(kept.person(), field(http, "ma"), addresses.of(http), now);
        if (answer instanceof Shown shown) {
            enter(http, shown, now);
            return;
        }
        Words words = Door.wordsOf(http);
        http.status(statusOf(answer));
        askForCode(
                http,
                refusal(
                        answer,
                        words,
                        words.of(
                                "Mã không đúng, hoặc đã dùng một lần rồi.", "The code is wrong, or was used before.")));
    }

    private void setUp(Context http, Kept kept, Instant now) {
        List<String> codes = flow.setSecondStep(kept.person(), kept.newSecret(), field(http, "ma"), now);
        Words words = Door.wordsOf(http);
        if (codes.isEmpty()) {
            http.status(HttpStatus.UNPROCESSABLE_CONTENT);
            askToSetUp(
                    http, kept, words.of("Mã không đúng. Xin nhập mã đang hiện.", "Wrong code; type the current one."));
            return;
        }
        sessions.open(http, kept.person(), Stage.OPEN, now);
        page(http, "recovery", words.of("Mã dự phòng", "Recovery codes"), new Views.Recovery(codes, back(http)));
    }

    private void show(Context http, HttpStatus status, String refused) {
        Words words = Door.wordsOf(http);
        http.status(status);
        page(
                http,
                "sign-in",
                words.of("Đăng nhập", "Sign in"),
                new Views.SignIn(cookies.form(http), field(http, "ten"), back(http), refused));
    }

    private void askForCode(Context http, String refused) {
        Words words = Door.wordsOf(http);
        page(
                http,
                "code",
                words.of("Xác thực hai bước", "Second step"),
                new Views.Code(cookies.form(http), back(http), refused));
    }

    private void askToSetUp(Context http, Kept kept, String refused) {
        String secret = kept.newSecret().isEmpty() ? Secrets.ofAuthenticator() : kept.newSecret();
        store.keepNewSecret(kept.id(), secret);
        Words words = Door.wordsOf(http);
        page(
                http,
                "set-up",
                words.of("Thiết lập xác thực hai bước", "Set up the second step"),
                setUpView(
                        cookies.form(http),
                        SET_UP,
                        false,
                        back(http),
                        secret,
                        kept.person().login(),
                        refused));
    }

    static Views.SetUp setUpView(
            String csrf,
            String action,
            boolean asksPassword,
            String back,
            String secret,
            String login,
            String refused) {
        String address = Totp.address(secret, login);
        return new Views.SetUp(
                csrf,
                action,
                asksPassword,
                back,
                secret.replaceAll(GROUPS_OF_FOUR, "$1 "),
                address,
                SquareCode.of(address),
                refused);
    }

    private void page(Context http, String template, String title, Object view) {
        http.html(pages.page("access/" + template, pages.frameOfStranger(http, Door.wordsOf(http), title), view));
    }

    private interface Waiting {
        void goOn(Kept kept, Instant now);
    }

    private void ifWanted(Context http, Stage stage, Waiting waiting) {
        Instant now = clock.instant();
        sessions.unfinished(http, now)
                .filter(kept -> kept.stage() == stage)
                .ifPresentOrElse(
                        kept -> waiting.goOn(kept, now), () -> http.redirect(Door.SIGN_IN, HttpStatus.SEE_OTHER));
    }

    private void ifOurForm(Context http, Runnable act) {
        if (cookies.isOurForm(http)) {
            act.run();
        } else {
            refuseForm(http);
        }
    }

    private void ifOurForm(Context http, java.util.function.Consumer<Context> act) {
        ifOurForm(http, () -> act.accept(http));
    }

    /** A form that was not asked for by this browser, or by a browser that keeps no cookies. */
    void refuseForm(Context http) {
        Words words = Door.wordsOf(http);
        pages.message(
                http,
                HttpStatus.FORBIDDEN,
                pages.frameOfStranger(http, words, words.of("Không được phép", "Not allowed")),
                words.of(
                        "Biểu mẫu đã cũ, hoặc trình duyệt không nhận cookie. Xin mở lại trang và gửi lại.",
                        "The form is out of date, or the browser takes no cookies. Please open the page again."));
    }

    static HttpStatus statusOf(Answer answer) {
        return answer instanceof Paused ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static String refusal(Answer answer, Words words, String wrong) {
        if (!(answer instanceof Paused paused)) {
            return wrong;
        }
        String until = words.moment(paused.until().plusSeconds(59));
        return words.of(
                "Đã nhập sai nhiều lần, tạm ngừng nhận đăng nhập. Thử lại sau " + until + ".",
                "Too many failures. Try again after " + until + ".");
    }

    private static String back(Context http) {
        String asked = http.formParam(BACK) == null ? http.queryParam(BACK) : http.formParam(BACK);
        return Door.isOfThisSite(asked) ? asked : "/";
    }

    private static String field(Context http, String name) {
        String value = http.formParam(name);
        return value == null ? "" : value;
    }
}
