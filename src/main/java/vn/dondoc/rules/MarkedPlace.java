package vn.dondoc.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Problem;

/**
 * Where in the rule files a problem stands, as its place says.
 *
 * @param file name without its folder; empty when the place names none
 * @param line 0 for the file as a whole
 * @param heading of the cell; empty for a whole line
 */
public record MarkedPlace(String file, int line, String heading) {
    private static final Pattern PLACE =
            Pattern.compile("([\\w.-]+\\.(?:csv|dslr|yaml|dsl))(?:, dòng (\\d{1,6}))?(?:, cột “([^”]+)”)?.*");

    public static MarkedPlace of(Problem problem) {
        Matcher place = PLACE.matcher(problem.place());
        if (!place.matches()) {
            return new MarkedPlace("", 0, "");
        }
        int line = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
        return new MarkedPlace(place.group(1), line, place.group(3) == null ? "" : place.group(3));
    }
}
