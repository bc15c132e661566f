package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Clause;
import vn.dondoc.findings.Finding;

/** Findings of many units on little room: those of one duty, period and state share a line that names the units. */
final class DutyLines {
    private static final int MOST_NAMES = 3;

    private final Map<String, List<Finding>> lines = new LinkedHashMap<>();

    /** @param findings the worst first; a line stands where its first finding stands */
    DutyLines(List<Finding> findings) {
        for (Finding finding : findings) {
            String line = finding.key().duty() + "|" + finding.key().period() + "|" + finding.stateInWords();
            lines.computeIfAbsent(line, any -> new ArrayList<>()).add(finding);
        }
    }

    List<Object> first(int most, int nameLength) {
        return lines.values().stream()
                .limit(most)
                .<Object>map(ofOneDuty -> line(ofOneDuty, nameLength))
                .toList();
    }

    int moreThan(int shown) {
        return Math.max(0, lines.size() - shown);
    }

    private static Map<String, Object> line(List<Finding> findings, int nameLength) {
        Finding first = findings.get(0);
        DueWords due = DueWords.of(first, first.obligation().asOf());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("who", CleanText.shorten(who(findings), nameLength));
        view.put("task", CleanText.shorten(first.obligation().duty().text(), nameLength));
        view.put("clause", Clause.wordsOf(first.obligation().duty().clause()));
        view.put("state", first.stateInWords());
        view.put("urgency", ItemView.urgency(first.state()));
        view.put("due", due.date());
        view.put("units", findings.size());
        return view;
    }

    private static String who(List<Finding> findings) {
        String names = String.join(
                ", ",
                findings.stream()
                        .limit(MOST_NAMES)
                        .map(finding -> finding.obligation().agency().name())
                        .toList());
        int more = findings.size() - MOST_NAMES;
        return more > 0 ? names + " và " + more + " đơn vị khác" : names;
    }
}
