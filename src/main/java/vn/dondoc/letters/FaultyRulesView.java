package vn.dondoc.letters;

import java.util.Map;
import java.util.stream.IntStream;
import vn.dondoc.notices.Notice.FaultyRules;
import vn.dondoc.reading.Problem;

/** The letter about an edit of the rules that was refused, as its template sees it. */
final class FaultyRulesView {
    /** More would not be read in a letter; {@code dondoc rules check} lists them all. */
    static final int MOST_SHOWN = 30;

    private FaultyRulesView() {}

    static Map<String, Object> of(FaultyRules faulty, Frame frame) {
        Map<String, Object> view = frame.of(faulty, new SubjectLine(frame.words()).of(faulty));
        int count = faulty.mistakes().size();
        view.put("count", count);
        view.put("edit", faulty.edit());
        view.put(
                "mistakes",
                IntStream.range(0, Math.min(count, MOST_SHOWN))
                        .mapToObj(i -> mistake(i + 1, faulty.mistakes().get(i)))
                        .toList());
        view.put("more", Math.max(0, count - MOST_SHOWN));
        return view;
    }

    private static Map<String, Object> mistake(int number, Problem problem) {
        return Map.of(
                "number", number,
                "place", CleanText.of(problem.place()),
                "message", CleanText.of(problem.message()),
                "hint", CleanText.of(problem.hint()));
    }

    /** One that a template is tried out on. */
    static FaultyRules sample(vn.dondoc.notices.Recipient recipient, java.time.LocalDate day, int mistakes) {
        Problem problem = new Problem("duties.csv, dòng 14, cột “Hạn”", "“sớm” không phải ngày", "ghi 25/11");
        return new FaultyRules(recipient, day, "0123456789ab", java.util.Collections.nCopies(mistakes, problem));
    }
}
