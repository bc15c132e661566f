package vn.dondoc.web.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import vn.dondoc.people.Visitor;
import vn.dondoc.web.console.Sessions.Session;

/** The console's templates, compiled with the program. Every value is escaped. */
public final class ConsolePages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String office;

    /** @param office whose console it is, at the head of each page */
    public ConsolePages(String office) {
        this.office = office;
    }

    /** A page of template {@code console/NAME.jte}, which takes {@code frame} and {@code view}. */
    public String page(String template, Frame frame, Object view) {
        StringOutput page = new StringOutput();
        templates.render("console/" + template + ".jte", Map.of("frame", frame, "view", view), page);
        return page.toString();
    }

    /** Answers with a page of one sentence. */
    public void message(Context http, HttpStatus status, Frame frame, String sentence) {
        http.status(status).html(page("message", frame, sentence));
    }

    Frame frame(Context http, Session session, Words words, String title, String message) {
        Visitor visitor = session.visitor();
        return new Frame(
                title,
                office,
                visitor.title(),
                words.of(visitor.role()),
                Menu.of(visitor.role(), http.path(), words),
                session.csrf(),
                here(http),
                message,
                words);
    }

    /** For pages before signing in. */
    public Frame frameOfStranger(Context http, Words words, String title) {
        return new Frame(title, office, "", "", List.of(), "", here(http), "", words);
    }

    private static String here(Context http) {
        String query = http.queryString();
        return query == null ? http.path() : http.path() + "?" + query;
    }
}
