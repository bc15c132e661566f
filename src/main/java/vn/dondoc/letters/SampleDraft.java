package vn.dondoc.letters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.enclosures.OfficialDrafts;
import vn.dondoc.reading.Problems;

/** A made-up official letter on which the Word templates are tried out before they are used. */
final class SampleDraft {
    private SampleDraft() {}

    /** @throws vn.dondoc.reading.FaultyFileException when a Word template is missing or cannot be filled */
    static OfficialDrafts tryOut(Path folder) {
        Problems problems = new Problems();
        OfficialDrafts drafts = OfficialDrafts.load(folder, words(), problems);
        problems.refuseIfAny();
        return drafts;
    }

    /** Every name that {@link DraftView} gives, with two rows in the table. */
    static Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        for (String name : List.of(
                "office",
                "officeInCapitals",
                "aboveInCapitals",
                "symbol",
                "place",
                "citation",
                "planName",
                "updated",
                "day",
                "unit",
                "year",
                "summary")) {
            words.put(name, "mẫu");
        }
        words.put("notes", "");
        words.put("duties", List.of(duty("1"), duty("2")));
        return words;
    }

    private static Map<String, Object> duty(String number) {
        Map<String, Object> duty = new LinkedHashMap<>();
        for (String name : List.of("code", "task", "clause", "period", "due", "state", "lacking")) {
            duty.put(name, "mẫu");
        }
        duty.put("number", number);
        return duty;
    }
}
