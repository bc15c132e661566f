package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.dondoc.notices.Notice.Answer;
import vn.dondoc.notices.Recipient;
import vn.dondoc.reading.Problem;

/** The letter that answers a mail, as its template sees it. */
final class AnswerView {
    /** More would not be read in a letter; the workbook that goes with it has them all. */
    static final int MOST_SHOWN = 30;

    private AnswerView() {}

    static Map<String, Object> of(Answer answer, boolean enclosed, Frame frame) {
        Map<String, Object> view = frame.of(answer, new SubjectLine(frame.words()).of(answer));
        view.put("headline", answer.headline());
        view.put("asked", answer.subject());
        view.put("taken", shown(answer.taken().stream()));
        view.put("takenMore", Math.max(0, answer.taken().size() - MOST_SHOWN));
        view.put("refused", shown(answer.refused().stream().map(AnswerView::refusal)));
        view.put("refusedMore", Math.max(0, answer.refused().size() - MOST_SHOWN));
        view.put("request", answer.request());
        view.put("enclosed", enclosed);
        return view;
    }

    private static <T> List<T> shown(Stream<T> lines) {
        return lines.limit(MOST_SHOWN).toList();
    }

    private static Map<String, Object> refusal(Problem problem) {
        return Map.of("place", problem.place(), "message", problem.message(), "hint", problem.hint());
    }

    /** One that a template is tried out on. */
    static Answer sample(Recipient recipient, LocalDate day, int lines) {
        Problem problem = new Problem("bao-cao.xlsx, dòng 14, cột “Kỳ”", "“sớm” không phải kỳ", "ghi 2018-Q1");
        return new Answer(
                recipient,
                day,
                "mau",
                "don-vi-mau",
                "Re: thư mẫu",
                "Kết quả mẫu",
                Collections.nCopies(lines, "dòng mẫu"),
                Collections.nCopies(lines, problem),
                lines == 0 ? "" : "làm mẫu");
    }
}
