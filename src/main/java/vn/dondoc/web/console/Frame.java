package vn.dondoc.web.console;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param office whose console it is
 * @param visitor title of who is signed in; empty on pages before signing in
 * @param menu the navigation; empty before signing in
 * @param csrf what every form has to send back in the field {@link Door#CSRF_FIELD}
 * @param here path and query of this page, to which the switch of the language returns
 * @param message what the act before came to; empty when there is nothing to say
 */
public record Frame(
        String title,
        String office,
        String visitor,
        String role,
        List<Link> menu,
        String csrf,
        String here,
        String message,
        Words words) {

    public Frame {
        menu = List.copyOf(menu);
    }

    /** @param current whether the page is that one, or below it */
    public record Link(String path, String words, boolean current) {}
}
