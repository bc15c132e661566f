package vn.dondoc.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.flow.PromiseLinkFlow.Sheet;
import vn.dondoc.flow.SheetLine;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;

/**
 * The form as its template sees it: a letter's duties, with what was typed and what is wrong with it.
 *
 * @param style address of the style sheet, relative to the page
 * @param letterDay day of the letter
 * @param earliest first day that may be chosen, ISO, as the browser wants it
 * @param latest last day, ISO
 * @param latestInWords last day as it is read
 * @param offered duties with a date field
 * @param others duties that nothing can be promised for
 * @param formProblem what is wrong with the whole; may be empty
 * @param problems how many mistakes there are
 */
public record SheetView(
        String style,
        String unit,
        String letterDay,
        String subject,
        String earliest,
        String latest,
        String latestInWords,
        List<Field> offered,
        List<Line> others,
        String author,
        String authorProblem,
        String formProblem,
        int problems) {

    /** A duty in words. */
    public record Line(String task, String where, String standing, boolean closed, String refusal) {}

    /** A duty with its field. */
    public record Field(String id, String name, Line line, String typed, String problem) {}

    static SheetView of(String style, Sheet sheet, Map<String, String> typed, String author, List<Problem> problems) {
        Map<String, String> byPlace = problems.stream()
                .collect(Collectors.toMap(Problem::place, SheetView::inWords, (first, second) -> first));
        List<SheetLine> offered =
                sheet.lines().stream().filter(SheetLine::isOffered).toList();
        return new SheetView(
                style,
                sheet.unit(),
                VietnameseDate.write(sheet.letter().day()),
                sheet.letter().subject(),
                sheet.earliest().toString(),
                sheet.latest().toString(),
                VietnameseDate.write(sheet.latest()),
                offered.stream()
                        .map(line -> new Field(
                                "d" + (offered.indexOf(line) + 1),
                                line.field(),
                                line(line, sheet),
                                typed.getOrDefault(line.field(), ""),
                                byPlace.getOrDefault(line.field(), "")))
                        .toList(),
                sheet.lines().stream()
                        .filter(line -> !line.isOffered())
                        .map(line -> line(line, sheet))
                        .toList(),
                author,
                byPlace.getOrDefault(PromiseLinkFlow.AUTHOR, ""),
                byPlace.getOrDefault(PromiseLinkFlow.FORM, ""),
                problems.size());
    }

    private static Line line(SheetLine line, Sheet sheet) {
        String unit = line.unit().equals(sheet.unit()) ? "" : line.unit() + " · ";
        String clause = line.clause().isEmpty() ? "" : " · " + line.clause();
        String due = line.due().isEmpty() ? "" : "Hạn: " + line.due() + " · ";
        return new Line(
                line.task(),
                unit + capitalised(line.period()) + clause,
                due + (due.isEmpty() ? capitalised(line.state()) : line.state()),
                line.isClosed(),
                capitalised(line.refusal()));
    }

    private static String inWords(Problem problem) {
        return capitalised(problem.message()) + (problem.hint().isEmpty() ? "." : "; " + problem.hint() + ".");
    }

    static String capitalised(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
