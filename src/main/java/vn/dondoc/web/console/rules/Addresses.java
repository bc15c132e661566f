package vn.dondoc.web.console.rules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.dondoc.reading.Problem;
import vn.dondoc.rules.MarkedPlace;

/** Where the pages about the rules stand. */
public final class Addresses {
    public static final String HOME = "/quy-tac";
    public static final String DRAFT = HOME + "/nhap";
    public static final String HISTORY = HOME + "/lich-su";
    public static final String DIFF = HOME + "/so-sanh";
    public static final String CLAUSES = HOME + "/dieu-khoan";
    public static final String PREVIEW = HOME + "/xem-truoc";

    private Addresses() {}

    static String side(boolean draft) {
        return draft ? DRAFT : HOME;
    }

    /** A file as a whole. */
    public static String file(boolean draft, String name) {
        return side(draft) + "/tep/" + encoded(name);
    }

    /** One row of a table. */
    public static String row(boolean draft, String name, int line) {
        return side(draft) + "/dong/" + encoded(name) + "/" + line;
    }

    /** Where a draft's mistake can be mended; empty when its place names no file. */
    public static String of(Problem problem) {
        MarkedPlace place = MarkedPlace.of(problem);
        if (place.file().isEmpty() || place.file().endsWith(".dsl")) {
            return "";
        }
        return place.file().endsWith(".csv") && place.line() > 1
                ? row(true, place.file(), place.line())
                : file(true, place.file()) + (place.line() > 0 ? "?dong=" + place.line() : "");
    }

    /** For a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
