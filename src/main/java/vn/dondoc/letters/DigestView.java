package vn.dondoc.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.UnitLine;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.reading.VietnameseNumber;

/** The leaders' weekly page as its template sees it; every list is cut so that the page stays one page. */
final class DigestView {
    private static final int MOST_UNITS = 15;
    private static final int MOST_VIOLATIONS = 10;
    private static final int MOST_TARGETS = 12;

    private DigestView() {}

    static Map<String, Object> of(WeeklyDigest notice, Frame frame, Registry registry, String subject) {
        Digest digest = notice.digest();
        UnitNames names = new UnitNames(registry, digest.day());
        Map<String, Object> view = frame.of(notice, subject);
        view.put("met", number(digest.met()));
        view.put("judged", number(digest.judged()));
        view.put("percent", percent(digest));
        view.put("states", states(digest));
        view.put("opened", digest.opened());
        view.put("closed", digest.closed());
        view.put("violations", violations(digest));
        view.put("moreViolations", Math.max(0, digest.violations().size() - MOST_VIOLATIONS));
        view.put("units", units(digest));
        view.put("moreUnits", Math.max(0, digest.mustAct().size() - MOST_UNITS));
        view.put("targets", TargetLines.of(digest.targets(), MOST_TARGETS));
        view.put("moreTargets", Math.max(0, TargetLines.count(digest.targets()) - MOST_TARGETS));
        view.put("silent", names.of(digest.silent()));
        view.put("withoutAddress", names.of(digest.withoutAddress()));
        view.put("givenUp", digest.givenUp());
        return view;
    }

    private static String percent(Digest digest) {
        return digest.judged() == 0
                ? ""
                : VietnameseNumber.share(BigDecimal.valueOf(digest.met()), BigDecimal.valueOf(digest.judged()));
    }

    private static String number(long count) {
        return VietnameseNumber.write(BigDecimal.valueOf(count));
    }

    /** In the order of urgency, never in that of the map: the same digest gives the same page. */
    private static List<Object> states(Digest digest) {
        List<Object> states = new ArrayList<>();
        for (State state : State.values()) {
            long count = digest.counts().getOrDefault(state, 0L);
            if (count > 0) {
                states.add(number(count) + " "
                        + (state == State.OVERDUE ? "quá hạn hoặc quá mốc theo dõi" : state.words()));
            }
        }
        return states;
    }

    private static List<Object> violations(Digest digest) {
        List<Object> lines = new ArrayList<>();
        for (Finding finding :
                digest.violations().stream().limit(MOST_VIOLATIONS).toList()) {
            lines.add(ItemView.of(lines.size() + 1, finding, digest.day()));
        }
        return lines;
    }

    private static List<Object> units(Digest digest) {
        List<Object> lines = new ArrayList<>();
        for (UnitLine unit : digest.mustAct().stream().limit(MOST_UNITS).toList()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("number", lines.size() + 1);
            line.put("name", unit.agency().name());
            line.put("violated", unit.violated());
            line.put("rest", rest(unit));
            lines.add(line);
        }
        return lines;
    }

    /** "2 có nguy cơ, 3 khác": all but the violations; what there is none of is left out. */
    private static String rest(UnitLine unit) {
        List<String> parts = new ArrayList<>();
        addIfAny(parts, unit.overdue(), "quá hạn");
        addIfAny(parts, unit.pastMark(), "quá mốc theo dõi");
        addIfAny(parts, unit.atRisk(), "có nguy cơ");
        addIfAny(parts, unit.dueSoon(), "sắp đến hạn");
        addIfAny(parts, unit.other(), "khác");
        return String.join(", ", parts);
    }

    private static void addIfAny(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }
}
