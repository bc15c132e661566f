package vn.dondoc.web.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.facts.Agency;
import vn.dondoc.people.Reach;
import vn.dondoc.people.Visitor;
import vn.dondoc.web.console.Sessions.Session;

/** One request of somebody who may make it, and the ways to answer it. */
public final class Visit {
    /** Asks for a past day: 2018-03-20. */
    public static final String DAY = "ngay";

    private final Context http;
    private final Session session;
    private final Instant now;
    private final Words words;
    private final Reach reach;
    private final ConsolePages pages;
    private final Sessions sessions;

    Visit(Context http, Session session, Instant now, Words words, Reach reach, ConsolePages pages, Sessions sessions) {
        this.http = http;
        this.session = session;
        this.now = now;
        this.words = words;
        this.reach = reach;
        this.pages = pages;
        this.sessions = sessions;
    }

    public Context http() {
        return http;
    }

    public Visitor visitor() {
        return session.visitor();
    }

    public Session session() {
        return session;
    }

    public Instant now() {
        return now;
    }

    public LocalDate today() {
        return VietnamTime.dayOf(now);
    }

    public Words words() {
        return words;
    }

    /** What the address holds in a place named in braces. */
    public String path(String name) {
        return http.pathParam(name);
    }

    /** What the address asks for after its question mark; empty without it. */
    public String query(String name) {
        String value = http.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** A field of the form; empty without it. */
    public String field(String name) {
        String value = http.formParam(name);
        return value == null ? "" : value.strip();
    }

    /** The day asked for, today at the latest; today without one, and for what is no day. */
    public LocalDate day() {
        try {
            LocalDate asked = LocalDate.parse(query(DAY));
            return asked.isAfter(today()) ? today() : asked;
        } catch (DateTimeParseException none) {
            return today();
        }
    }

    public boolean reaches(String unit) {
        return reach.covers(session.visitor(), unit);
    }

    /** The units of a day that the visitor may see. */
    public List<Agency> units(LocalDate day) {
        return reach.units(session.visitor(), day);
    }

    /** Answers with a page: template {@code console/NAME.jte} with {@code frame} and {@code view}. */
    public void show(String template, String title, Object view) {
        show(HttpStatus.OK, template, title, view);
    }

    /** The same under another status: a form with mistakes is 422. */
    public void show(HttpStatus status, String template, String title, Object view) {
        http.status(status).html(pages.page(template, frame(title), view));
    }

    /** Answers with a part of a page, which htmx puts in its place. */
    public void showPart(String template, Object view) {
        http.html(pages.page(template, frame(""), view));
    }

    /** After an act: sends the browser to a page, which says what it came to. */
    public void goTo(String path, String message) {
        sessions.leave(session, message);
        http.redirect(path, HttpStatus.SEE_OTHER);
    }

    /** There is no such thing, or not for this visitor. */
    public void notFound() {
        pages.message(
                http,
                HttpStatus.NOT_FOUND,
                frame(words.of("Không có trang này", "No such page")),
                words.of(
                        "Không có nội dung này, hoặc người dùng không được xem.",
                        "There is no such thing, or it is not open to you."));
    }

    Frame frame(String title) {
        return pages.frame(http, session, words, title, sessions.take(session));
    }
}
