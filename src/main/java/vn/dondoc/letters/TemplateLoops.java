package vn.dondoc.letters;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Problems;

/** Refuses loops within loops within loops: a few lists of some hundred lines would keep a letter from ever being done. */
final class TemplateLoops {
    static final int MOST = 2;
    private static final Pattern TAG =
            Pattern.compile("\\{%-?\\s*(for|endfor|include|extends)\\b(?:\\s*\"([^\"]*)\")?");

    private final Map<String, String> templates;

    private TemplateLoops(Map<String, String> templates) {
        this.templates = templates;
    }

    static void check(Map<String, String> templates, Problems problems) {
        TemplateLoops loops = new TemplateLoops(templates);
        templates.forEach((name, text) -> {
            if (loops.depthOf(name, new HashSet<>()) > MOST) {
                problems.add(
                        name,
                        "lệnh for lồng nhau quá " + MOST + " lớp, kể cả trong tệp được gọi bằng include",
                        "bỏ bớt một vòng for");
            }
        });
    }

    /** A template that includes itself is refused elsewhere: here it counts once. */
    private int depthOf(String name, Set<String> callers) {
        if (!callers.add(name)) {
            return 0;
        }
        int open = 0;
        int deepest = 0;
        Matcher tag = TAG.matcher(templates.getOrDefault(name, ""));
        while (tag.find()) {
            switch (tag.group(1)) {
                case "for" -> deepest = Math.max(deepest, ++open);
                case "endfor" -> open--;
                default -> {
                    String called = tag.group(2) == null ? "" : tag.group(2);
                    deepest = Math.max(deepest, open + depthOf(called, callers));
                }
            }
        }
        callers.remove(name);
        return deepest;
    }
}
