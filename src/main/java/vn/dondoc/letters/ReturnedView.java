package vn.dondoc.letters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.notices.Notice.Returned;
import vn.dondoc.notices.Recipient;

/** The letter about reports that were returned, as its template sees it. */
final class ReturnedView {
    private ReturnedView() {}

    static Map<String, Object> of(Returned returned, Frame frame) {
        Words words = frame.words();
        Map<String, Object> view = frame.of(returned, new SubjectLine(words).of(returned));
        view.put("agency", returned.agency().name());
        view.put("reason", CleanText.of(returned.why()));
        view.put("again", words.date(returned.again()));
        view.put(
                "lines",
                IntStream.range(0, returned.lines().size())
                        .mapToObj(i -> lineOf(i + 1, returned.lines().get(i), words))
                        .toList());
        return view;
    }

    private static Map<String, Object> lineOf(int number, Returned.Line line, Words words) {
        return Map.of(
                "number", number,
                "duty", line.duty(),
                "task", CleanText.of(line.task()),
                "period", words.period(line.period()),
                "periodId", line.period().id(),
                "received", words.date(line.received()));
    }

    /** One that a template is tried out on. */
    static Returned sample(Recipient recipient, Agency unit, LocalDate day, int lines) {
        Returned.Line line = new Returned.Line("I.1-01", "nhiệm vụ mẫu", Period.year(day.getYear()), day);
        return new Returned(recipient, unit, day, 1, Collections.nCopies(lines, line), "lý do mẫu", day.plusDays(7));
    }
}
