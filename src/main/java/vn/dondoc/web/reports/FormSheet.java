package vn.dondoc.web.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.Period;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Entry;
import vn.dondoc.findings.Finding;
import vn.dondoc.flow.WrittenReport;
import vn.dondoc.flow.WrittenReport.Cell;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;

/**
 * A form that somebody has before him. Each of its rows carries a mark of what was known when it was shown, so that a form or
 * draft from the morning does not push aside what came in since: a row counts as changed when it differs from what was shown.
 */
final class FormSheet {
    private static final String MARK = "shown";
    private static final int MARK_LENGTH = 16;

    private final Agency unit;
    private final Period period;
    private final List<Finding> duties;
    private final Map<String, String> known;

    FormSheet(Agency unit, Period period, List<Finding> duties) {
        this.unit = unit;
        this.period = period;
        this.duties = List.copyOf(duties);
        this.known = FormRows.known(duties);
    }

    Agency unit() {
        return unit;
    }

    Period period() {
        return period;
    }

    List<Finding> duties() {
        return duties;
    }

    /** What the form begins with. */
    Map<String, String> known() {
        return known;
    }

    String path() {
        return ReportsSection.formOf(unit.id(), period.id());
    }

    List<String> ids() {
        return duties.stream().map(finding -> finding.key().duty()).distinct().toList();
    }

    /** The name of the field that carries the mark of a duty's row. */
    static String markOf(String duty) {
        return new Cell(duty, MARK, 0).field();
    }

    /** The duties in whose cells something else stands than was shown, and than is known by now. */
    List<String> changed(Map<String, String> cells) {
        return ids().stream().filter(duty -> isChanged(duty, cells)).toList();
    }

    private boolean isChanged(String duty, Map<String, String> cells) {
        SortedMap<String, String> said = of(duty, cells);
        return !said.isEmpty() && !said.equals(of(duty, known)) && !mark(said).equals(shown(duty, cells));
    }

    /** The mark that a row came with; one that came without is taken to have been shown just now. */
    private String shown(String duty, Map<String, String> cells) {
        return cells.getOrDefault(markOf(duty), mark(of(duty, known)));
    }

    /** Beside each changed row on which something else is known than when it was shown: what that is. */
    Map<String, List<Problem>> overtaken(Map<String, String> cells) {
        Map<String, List<Problem>> overtaken = new LinkedHashMap<>();
        for (Finding finding : duties) {
            String duty = finding.key().duty();
            if (isChanged(duty, cells) && !mark(of(duty, known)).equals(shown(duty, cells))) {
                overtaken.put(
                        new Cell(duty, WrittenReport.WHOLE, 0).field(),
                        List.of(newer(duty, FormRows.entryOf(finding.obligation()))));
            }
        }
        return overtaken;
    }

    private static Problem newer(String duty, @Nullable Entry entry) {
        if (entry == null) {
            return new Problem(
                    duty, "báo cáo đã ghi khi mở biểu mẫu không còn được tính (đã bị trả lại)", "xem lại rồi gửi");
        }
        String done = entry.completedOn() == null ? "" : " ngày " + VietnameseDate.write(entry.completedOn());
        return new Problem(
                duty,
                "nội dung đã có báo cáo mới hơn: “" + entry.status().word() + "”" + done + " (" + entry.source() + ")",
                "xem lại rồi gửi");
    }

    /** The cells of somebody who has been told of everything known by now. */
    Map<String, String> seen(Map<String, String> cells) {
        Map<String, String> seen = upToDate(cells);
        ids().forEach(duty -> seen.put(markOf(duty), mark(of(duty, known))));
        return seen;
    }

    /** Where a row was not changed what is known by now, else what was typed; each with its mark. */
    Map<String, String> upToDate(Map<String, String> cells) {
        Map<String, String> all = new HashMap<>(cells);
        List<String> changed = changed(cells);
        for (String duty : ids()) {
            if (!changed.contains(duty)) {
                forget(duty, all);
                known.entrySet().stream()
                        .filter(cell -> cell.getKey().startsWith(duty + "|"))
                        .forEach(cell -> all.put(cell.getKey(), cell.getValue()));
            }
            all.putIfAbsent(markOf(duty), mark(of(duty, known)));
        }
        return all;
    }

    /** Takes a duty's row out of the cells. */
    static void forget(String duty, Map<String, String> cells) {
        cells.keySet().removeIf(field -> field.startsWith(duty + "|"));
    }

    /** The mistakes of both, those of the first before those of the other. */
    static Map<String, List<Problem>> both(Map<String, List<Problem>> first, Map<String, List<Problem>> other) {
        Map<String, List<Problem>> both = new LinkedHashMap<>(first);
        other.forEach((field, mistakes) -> both.merge(field, mistakes, (earlier, later) -> {
            List<Problem> all = new ArrayList<>(earlier);
            all.addAll(later);
            return all;
        }));
        return both;
    }

    private static SortedMap<String, String> of(String duty, Map<String, String> cells) {
        SortedMap<String, String> ofDuty = new TreeMap<>();
        cells.forEach((field, value) -> {
            String text = value.replaceAll("\\s+", " ").strip();
            if (field.startsWith(duty + "|") && !field.equals(markOf(duty)) && !text.isEmpty()) {
                ofDuty.put(field, text);
            }
        });
        return ofDuty;
    }

    private static String mark(SortedMap<String, String> cells) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(cells.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
