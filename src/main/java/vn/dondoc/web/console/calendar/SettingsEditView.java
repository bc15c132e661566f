package vn.dondoc.web.console.calendar;

import java.util.List;
import vn.dondoc.reading.Problem;

/**
 * A file of settings, to be edited as text.
 *
 * @param back the page that shows what it says
 * @param checked whether the text was checked
 * @param refused whether it was to be put in force
 */
public record SettingsEditView(
        String file,
        String path,
        String back,
        String mark,
        String text,
        boolean checked,
        boolean refused,
        List<Problem> problems) {
    public SettingsEditView {
        problems = List.copyOf(problems);
    }
}
