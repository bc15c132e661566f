package vn.dondoc.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.findings.Finding;

/**
 * What goes with a unit's letter, beside its words.
 *
 * @param calendar its due dates; null when they are those that it was told last
 * @param form the findings that its status form asks about; empty for no form
 * @param formFingerprint tells forms with other content apart; empty for no form
 */
public record Enclosed(@Nullable DueCalendar calendar, List<Finding> form, String formFingerprint) {
    public static final Enclosed NOTHING = new Enclosed(null, List.of(), "");

    public Enclosed {
        form = List.copyOf(form);
    }

    public boolean hasForm() {
        return !form.isEmpty();
    }
}
