package vn.dondoc.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.rules.RuleSheets.Sheet;

/**
 * What differs between two versions of the rules, in the terms of those who edit them: duties and their dates, targets,
 * rungs of the ladder, the plan's settings, clauses.
 *
 * @param changes in that order; empty when both say the same
 */
public record RuleDiff(List<Change> changes) {

    public RuleDiff {
        changes = List.copyOf(changes);
    }

    /** What a change is about; {@code words} are for the reader. */
    public enum Subject {
        PLAN("kế hoạch"),
        DUTY("nhiệm vụ"),
        TARGET("chỉ tiêu"),
        RUNG("bậc nhắc"),
        CLAUSE("điều khoản");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether something came, went or reads differently. */
    public enum Kind {
        ADDED("thêm"),
        REMOVED("bỏ"),
        CHANGED("sửa");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One duty, target, rung or clause that differs.
     *
     * @param id its id in the rule files
     * @param title what it is, for the reader; may be empty
     * @param values the values that differ, under their headings
     */
    public record Change(Subject subject, Kind kind, String id, String title, List<Value> values) {
        public Change {
            values = List.copyOf(values);
        }

        /** Whether it changes this duty, or what the target asks for. */
        public boolean isAbout(String duty) {
            return (subject == Subject.DUTY || subject == Subject.TARGET)
                    && (id.equals(duty) || id.startsWith(duty + " "));
        }
    }

    /** One value; empty where one side has none. */
    public record Value(String heading, String before, String after) {}

    /**
     * Compares two rule books.
     *
     * @param year of this and the next year every last day in time that moves is named
     */
    public static RuleDiff between(RuleBook before, RuleBook after, WorkingCalendar calendar, int year) {
        RuleSheets old = new RuleSheets(before, calendar, year);
        RuleSheets young = new RuleSheets(after, calendar, year);
        List<Change> changes = new ArrayList<>();
        changes.addAll(compare(Subject.PLAN, old.plan(), young.plan()));
        changes.addAll(compare(Subject.DUTY, old.duties(), young.duties()));
        changes.addAll(compare(Subject.TARGET, old.targets(), young.targets()));
        changes.addAll(compare(Subject.RUNG, old.ladder(), young.ladder()));
        changes.addAll(compare(Subject.CLAUSE, old.clauses(), young.clauses()));
        return new RuleDiff(changes);
    }

    private static List<Change> compare(Subject subject, Map<String, Sheet> before, Map<String, Sheet> after) {
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            Sheet old = before.get(id);
            Sheet young = after.get(id);
            List<Value> values = differences(valuesOf(old), valuesOf(young));
            if (old == null && young != null) {
                changes.add(new Change(subject, Kind.ADDED, id, young.title(), values));
            } else if (old != null && young == null) {
                changes.add(new Change(subject, Kind.REMOVED, id, old.title(), values));
            } else if (young != null && !values.isEmpty()) {
                changes.add(new Change(subject, Kind.CHANGED, id, young.title(), values));
            }
        }
        return changes;
    }

    private static Map<String, String> valuesOf(@org.jspecify.annotations.Nullable Sheet sheet) {
        return sheet == null ? Map.of() : sheet.values();
    }

    private static List<Value> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> headings = new LinkedHashSet<>(before.keySet());
        headings.addAll(after.keySet());
        return headings.stream()
                .map(heading -> new Value(heading, before.getOrDefault(heading, ""), after.getOrDefault(heading, "")))
                .filter(value -> !value.before().equals(value.after()))
                .toList();
    }
}
