package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Arrangements.Broken;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.UnitLine;
import vn.dondoc.notices.Notice.WeeklyDigest;

/** The leaders' weekly page as its templates see it; every list is cut to the room that there is. */
final class DigestView {
    private final Digest digest;
    private final DigestRoom room;
    private final UnitNames names;
    private final Words words;
    private final StandingWords standings;

    private DigestView(Digest digest, Registry registry, DigestRoom room, Words words) {
        this.digest = digest;
        this.room = room;
        this.names = new UnitNames(registry, digest.day());
        this.words = words;
        this.standings = new StandingWords(words);
    }

    /** @param frame the words that every letter says around its content, as {@link Frame#of} gives them */
    static Map<String, Object> of(
            WeeklyDigest notice,
            Map<String, Object> frame,
            Registry registry,
            DigestRoom room,
            List<DigestPicture> pictures,
            Words words) {
        Map<String, Object> view = new LinkedHashMap<>(frame);
        new DigestView(notice.digest(), registry, room, words).fill(view);
        for (String name : List.of(DigestPictures.TREND, DigestPictures.TARGETS, DigestPictures.HEAT)) {
            view.put(name + "Picture", pictureNamed(name, pictures));
        }
        return view;
    }

    private static Map<String, Object> pictureNamed(String name, List<DigestPicture> pictures) {
        return pictures.stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .map(DigestPicture::view)
                .orElseGet(DigestPicture::none);
    }

    private void fill(Map<String, Object> view) {
        view.put("field", digest.scope().words());
        view.put("standings", standings.of(digest));
        view.put("met", standings.number(digest.now().met()));
        view.put("judged", standings.number(digest.now().judged()));
        view.put("percent", standings.percent(digest.now()));
        view.put("states", states());
        view.put("compared", digest.weeksAgo(1).isPresent());
        view.put("opened", digest.changes().opened());
        view.put("closed", digest.changes().closed());
        putLines(view, "newlyLate", digest.changes().newlyLate(), room.newlyLate());
        putViolations(view);
        view.put("units", units());
        view.put("moreUnits", Math.max(0, digest.mustAct().size() - room.units()));
        view.put("targets", TargetLines.of(digest.targets(), room.targets(), room.nameLength(), words));
        view.put("moreTargets", Math.max(0, TargetLines.count(digest.targets()) - room.targets()));
        putLines(view, "atRisk", digest.atRisk(), room.atRisk());
        view.put("broken", broken());
        view.put("moreBroken", Math.max(0, digest.broken().size() - room.broken()));
        view.put("heat", HeatView.of(digest.heat(), room));
        view.put("silent", unitsInShort(digest.silent()));
        view.put("withoutAddress", unitsInShort(digest.withoutAddress()));
        view.put("givenUp", digest.givenUp());
    }

    private void putLines(Map<String, Object> view, String name, List<Finding> findings, int most) {
        DutyLines lines = new DutyLines(findings, words);
        view.put(name, lines.first(most, room.nameLength()));
        view.put("more" + CleanText.capitalise(name), lines.moreThan(most));
    }

    private void putViolations(Map<String, Object> view) {
        List<Object> lines = new ArrayList<>();
        List<Finding> violations = digest.violations();
        for (Finding finding : violations.stream().limit(room.violations()).toList()) {
            Map<String, Object> item = ItemView.of(lines.size() + 1, finding, digest.day(), words);
            item.replaceAll((key, value) -> value instanceof String text ? inShort(text) : value);
            lines.add(item);
        }
        view.put("violations", lines);
        view.put("moreViolations", Math.max(0, violations.size() - room.violations()));
    }

    /** In the order of urgency, never in that of the map: the same digest gives the same page. */
    private List<Object> states() {
        List<Object> states = new ArrayList<>();
        for (State state : State.values()) {
            long count = digest.counts().getOrDefault(state, 0L);
            if (count > 0) {
                states.add(standings.number(count) + " "
                        + (state == State.OVERDUE ? words.say("state.late") : words.state(state)));
            }
        }
        return states;
    }

    private List<Object> units() {
        List<Object> lines = new ArrayList<>();
        for (UnitLine unit : digest.mustAct().stream().limit(room.units()).toList()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("number", lines.size() + 1);
            line.put("name", inShort(unit.agency().name()));
            line.put("violated", unit.violated());
            line.put("rest", rest(unit));
            lines.add(line);
        }
        return lines;
    }

    private List<Object> broken() {
        return digest.broken().stream()
                .limit(room.broken())
                .<Object>map(this::broken)
                .toList();
    }

    private Map<String, Object> broken(Broken broken) {
        Finding finding = broken.finding();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("who", inShort(finding.obligation().agency().name()));
        line.put("task", inShort(finding.obligation().duty().text()));
        line.put("clause", words.clause(finding.obligation().duty().clause()));
        line.put("until", words.date(broken.last().until()));
        line.put("times", broken.times());
        return line;
    }

    private Map<String, Object> unitsInShort(List<Agency> units) {
        Map<String, Object> view = names.of(units);
        view.replaceAll(
                (key, value) -> value instanceof String text ? CleanText.shorten(text, room.listLength()) : value);
        return view;
    }

    private String inShort(String text) {
        return CleanText.shorten(text, room.nameLength());
    }

    /** "2 có nguy cơ, 3 khác": all but the violations; what there is none of is left out. */
    private String rest(UnitLine unit) {
        List<String> parts = new ArrayList<>();
        addIfAny(parts, unit.overdue(), "rest.overdue");
        addIfAny(parts, unit.pastMark(), "rest.pastMark");
        addIfAny(parts, unit.atRisk(), "rest.atRisk");
        addIfAny(parts, unit.dueSoon(), "rest.dueSoon");
        addIfAny(parts, unit.other(), "rest.other");
        return String.join(", ", parts);
    }

    private void addIfAny(List<String> parts, int count, String key) {
        if (count > 0) {
            parts.add(count + " " + words.say(key));
        }
    }
}
