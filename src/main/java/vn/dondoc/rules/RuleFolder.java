package vn.dondoc.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;

/**
 * The administrators' folder. What it holds is an edit until it is checked and put in force.
 *
 * @param folder {@code rules/} with {@code vietnamese.dsl}
 * @param plan the folder of the plan within it
 */
public record RuleFolder(Path folder, String plan) {
    private static final String REPLACED = ".da-thay";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss-SSS").withZone(VietnamTime.ZONE);

    /**
     * Its files as they are now.
     *
     * @throws FaultyFileException when a file is missing or cannot be read
     */
    public RuleFiles files() {
        Problems problems = new Problems();
        RuleFiles files = RuleFiles.in(folder, plan, problems);
        problems.refuseIfAny();
        return files;
    }

    /** Whether its files are these. */
    public boolean holds(RuleFiles files) {
        Problems unread = new Problems();
        RuleFiles held = RuleFiles.in(folder, plan, unread);
        return unread.isEmpty() && held.isSameAs(files);
    }

    /**
     * Puts other files in the place of the plan's. The folder is exchanged in one step, so that nobody ever reads half of
     * each; what it held before is kept.
     *
     * @param at names the place where the folder before is kept
     * @return that place, within the same folder
     */
    public Path replaceWith(RuleFiles files, Instant at) {
        Path planFolder = folder.resolve(plan);
        Path aside = free(folder.resolve(REPLACED).resolve(plan + "-" + STAMP.format(at)));
        try {
            Path fresh = Files.createTempDirectory(folder, "." + plan);
            copyPermissions(planFolder, fresh);
            copyOthers(planFolder, fresh);
            for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                if (file.getKey().startsWith(plan + "/")) {
                    Files.write(fresh.resolve(file.getKey().substring(plan.length() + 1)), file.getValue());
                }
            }
            Files.createDirectories(aside.getParent());
            Files.move(planFolder, aside);
            try {
                Files.move(fresh, planFolder);
            } catch (IOException unmoved) {
                Files.move(aside, planFolder);
                throw unmoved;
            }
            return aside;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Of two exchanges at one moment each keeps what was before it. */
    private static Path free(Path wanted) {
        Path free = wanted;
        for (int number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return free;
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static void copyOthers(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(entry.getFileName());
                if (!RuleFiles.isRuleFile(name)) {
                    Files.copy(entry, to.resolve(name));
                }
            }
        }
    }
}
