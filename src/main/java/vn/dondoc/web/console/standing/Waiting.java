package vn.dondoc.web.console.standing;

import vn.dondoc.web.console.Visit;

/** What a page says while the first standings are being made: it asks for itself again. */
final class Waiting {
    private static final String SECONDS = "2";

    private Waiting() {}

    static void show(Visit visit, String title) {
        visit.http().header("Refresh", SECONDS);
        visit.show("waiting", title, "");
    }
}
