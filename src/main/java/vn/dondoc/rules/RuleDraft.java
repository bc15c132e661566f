package vn.dondoc.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that an administrator is editing.
 *
 * @param files as they are edited
 * @param base what was in force when the editing began
 * @param publication the number of that publication; 0 before the first
 */
public record RuleDraft(RuleFiles files, RuleFiles base, int publication) {
    private static final int MARK_DIGITS = 16;

    /** Names of the files that were edited, added or removed. */
    public List<String> edited() {
        return differing(files, base);
    }

    static List<String> differing(RuleFiles one, RuleFiles other) {
        return Stream.concat(one.names().stream(), other.names().stream())
                .distinct()
                .filter(name -> !isSame(name, one, other))
                .sorted()
                .toList();
    }

    static boolean isSame(String name, RuleFiles one, RuleFiles other) {
        Optional<byte[]> here = one.content(name);
        Optional<byte[]> there = other.content(name);
        return here.isEmpty() || there.isEmpty()
                ? here.isEmpty() && there.isEmpty()
                : Arrays.equals(here.get(), there.get());
    }

    /** By which a form tells the file that it shows from a file that was saved meanwhile. */
    public static String markOf(byte[] content) {
        return RuleFiles.hashOf(content).substring(0, MARK_DIGITS);
    }

    /** Files that were edited here and, since the editing began, in what is in force, too. */
    public List<String> conflicts(RuleFiles inForce) {
        return edited().stream()
                .filter(name -> !isSame(name, base, inForce) && !isSame(name, files, inForce))
                .toList();
    }
}
