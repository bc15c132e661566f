package vn.dondoc.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.reading.Problems;

/**
 * Where administrators edit in the console: a copy of the rules for each, apart from {@code rules/}, so that nothing half
 * done is ever taken up.
 */
public final class RuleDrafts {
    private static final String FILES = "tep";
    private static final String BASE = "goc";
    private static final String NUMBER = "lan-cong-bo.txt";
    private static final int NAME_DIGITS = 20;

    private final Path folder;
    private final String plan;

    /**
     * @param folder holds one folder for each who edits
     * @param plan the folder of the plan in force
     */
    public RuleDrafts(Path folder, String plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /** What somebody is editing; empty when nothing, or rules of another plan than the one in force. */
    public synchronized Optional<RuleDraft> of(String login) {
        Path own = own(login);
        Path number = own.resolve(NUMBER);
        if (!Files.isRegularFile(number)
                || !Files.isDirectory(own.resolve(FILES).resolve(plan))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RuleDraft(
                    RuleFiles.in(own.resolve(FILES), plan, new Problems()),
                    RuleFiles.in(own.resolve(BASE), plan, new Problems()),
                    Integer.parseInt(Files.readString(number).strip())));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** The same as a folder, for what reads folders. */
    public RuleFolder folderOf(String login) {
        return new RuleFolder(own(login).resolve(FILES), plan);
    }

    /** Begins to edit, from files that are in force. What was edited before is gone. */
    public synchronized RuleDraft begin(String login, RuleFiles inForce, int publication) {
        return keep(login, new RuleDraft(inForce, inForce, publication));
    }

    /** Keeps files and what they were made from. */
    public synchronized RuleDraft keep(String login, RuleDraft draft) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempDirectory(folder, ".moi");
            write(fresh.resolve(FILES), draft.files());
            write(fresh.resolve(BASE), draft.base());
            Files.writeString(fresh.resolve(NUMBER), draft.publication() + "\n");
            delete(own(login));
            Files.move(fresh, own(login));
            return draft;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Puts another content in the place of one file. */
    public synchronized RuleDraft write(String login, RuleDraft draft, String name, byte[] content) {
        if (!draft.files().names().contains(name)) {
            throw new IllegalArgumentException("no rule file " + name);
        }
        try {
            Path file = own(login).resolve(FILES).resolve(plan).resolve(name);
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".moi", "");
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new RuleDraft(draft.files().with(name, content), draft.base(), draft.publication());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public synchronized void discard(String login) {
        delete(own(login));
    }

    /** A login may hold what no file name can. */
    private Path own(String login) {
        return folder.resolve(
                RuleFiles.hashOf(login.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS));
    }

    /** Writes files where a folder of rules is read from. */
    public static void write(Path rules, RuleFiles files) {
        try {
            for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                Path target = rules.resolve(file.getKey()).normalize();
                if (!target.startsWith(rules)) {
                    throw new IllegalArgumentException("outside of the rules: " + file.getKey());
                }
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
