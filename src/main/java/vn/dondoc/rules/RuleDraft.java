package vn.dondoc.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Files edited both here and, since the editing began, in what is in force, in a way that only a person can put together. */
    public List<String> conflicts(RuleFiles inForce) {
        return edited().stream()
                .filter(name ->
                        isEditedInBoth(name, inForce) && merged(name, inForce).isEmpty())
                .toList();
    }

    private boolean isEditedInBoth(String name, RuleFiles inForce) {
        return !isSame(name, base, inForce) && !isSame(name, files, inForce);
    }

    /** A table of which both edited different rows, with the edits of both. */
    private Optional<byte[]> merged(String name, RuleFiles inForce) {
        Optional<byte[]> before = base.content(name);
        Optional<byte[]> own = files.content(name);
        Optional<byte[]> other = inForce.content(name);
        return before.isEmpty() || own.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : TableMerge.of(name, before.get(), own.get(), other.get());
    }

    /**
     * What is in force with what was edited here.
     *
     * @param own of the files that only a person can put together, those of which the text here counts
     */
    public RuleFiles onTopOf(RuleFiles inForce, Set<String> own) {
        List<String> conflicts = conflicts(inForce);
        RuleFiles together = inForce;
        for (String name : edited()) {
            Optional<byte[]> content = isEditedInBoth(name, inForce) && !conflicts.contains(name)
                    ? merged(name, inForce)
                    : files.content(name);
            if (content.isPresent() && (!conflicts.contains(name) || own.contains(name))) {
                together = together.with(name, content.get());
            }
        }
        return together;
    }
}
