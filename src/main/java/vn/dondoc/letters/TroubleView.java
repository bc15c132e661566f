package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import vn.dondoc.notices.Notice.Trouble;
import vn.dondoc.notices.Recipient;

/** The letter about the running of the program, as its template sees it. */
final class TroubleView {
    /** More would not be read in a letter. */
    static final int MOST_SHOWN = 30;

    private TroubleView() {}

    static Map<String, Object> of(Trouble trouble, Frame frame) {
        Map<String, Object> view = frame.of(trouble, new SubjectLine(frame.words()).of(trouble));
        int count = trouble.lines().size();
        view.put("headline", CleanText.of(trouble.headline()));
        view.put("request", CleanText.of(trouble.request()));
        view.put(
                "lines",
                IntStream.range(0, Math.min(count, MOST_SHOWN))
                        .mapToObj(i -> CleanText.of(trouble.lines().get(i)))
                        .toList());
        view.put("more", Math.max(0, count - MOST_SHOWN));
        return view;
    }

    /** One that a template is tried out on. */
    static Trouble sample(Recipient recipient, LocalDate day, int lines) {
        return new Trouble(recipient, day, "mau", "Việc mẫu", Collections.nCopies(lines, "dòng mẫu"), "làm mẫu");
    }
}
