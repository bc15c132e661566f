package vn.dondoc.flow;

import java.util.Optional;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseText;

/** Who enters something, as they call themselves: one line of reasonable length. */
public final class Author {
    private static final int LONGEST = 120;

    private Author() {}

    public static String of(String written) {
        return VietnameseText.oneLine(written);
    }

    static Optional<Problem> refusalOf(String written, String place) {
        String author = of(written);
        if (author.isEmpty()) {
            return Optional.of(new Problem(place, "không để trống", "ghi họ tên hoặc chức danh"));
        }
        return author.length() > LONGEST
                ? Optional.of(new Problem(place, "dài quá " + LONGEST + " chữ", "ghi gọn họ tên hoặc chức danh"))
                : Optional.empty();
    }
}
