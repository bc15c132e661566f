package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.dondoc.reading.VietnameseText;

/**
 * One page of what was searched for.
 *
 * @param query as it was asked
 * @param page from 1 on
 * @param total how many were found
 */
public record PagedLines<T>(List<T> lines, String query, int page, int pages, int total) {
    public PagedLines {
        lines = List.copyOf(lines);
    }

    /** @param text what is searched in */
    static <T> PagedLines<T> of(List<T> all, Function<T, String> text, String query, String page, int size) {
        String wanted = VietnameseText.key(query);
        List<T> found = wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> VietnameseText.key(text.apply(each)).contains(wanted))
                        .toList();
        int pages = Math.max(1, (found.size() + size - 1) / size);
        int asked = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        int shown = Math.min(Math.max(asked, 1), pages);
        return new PagedLines<>(
                found.subList((shown - 1) * size, Math.min(found.size(), shown * size)),
                query,
                shown,
                pages,
                found.size());
    }

    /** The address of another page of the same. */
    public String at(String path, int other) {
        return path
                + (path.contains("?") ? "&" : "?")
                + (query.isEmpty() ? "" : "tim=" + Addresses.encoded(query) + "&")
                + String.format(Locale.ROOT, "trang=%d", other);
    }
}
