package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.findings.Finding;

/** Findings of many units on little room: those of one duty, period and state share a line that names the units. */
final class DutyLines {
    private static final int MOST_NAMES = 3;
    private static final int ROOM_FOR_THE_REST = 20;

    private final Map<String, List<Finding>> lines = new LinkedHashMap<>();

    private final Words words;

    /** @param findings the worst first; a line stands where its first finding stands */
    DutyLines(List<Finding> findings, Words words) {
        this.words = words;
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

    private Map<String, Object> line(List<Finding> findings, int nameLength) {
        Finding first = findings.get(0);
        DueWords due = DueWords.of(first, first.obligation().asOf(), words);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("who", who(findings, nameLength));
        view.put("task", CleanText.shorten(first.obligation().duty().text(), nameLength));
        view.put("clause", words.clause(first.obligation().duty().clause()));
        view.put("state", words.state(first));
        view.put("urgency", ItemView.urgency(first.state()));
        view.put("due", due.date());
        view.put("units", findings.size());
        return view;
    }

    /** As many names as there is room for, one at least; the rest as a number. */
    private String who(List<Finding> findings, int room) {
        StringBuilder who = new StringBuilder();
        int named = 0;
        for (Finding finding : findings) {
            String name = CleanText.shorten(finding.obligation().agency().name(), room);
            if (named == MOST_NAMES || (named > 0 && who.length() + name.length() + ROOM_FOR_THE_REST > room)) {
                break;
            }
            who.append(named++ == 0 ? "" : ", ").append(name);
        }
        int more = findings.size() - named;
        return more > 0 ? words.count("units.andMore", more, who) : who.toString();
    }
}
