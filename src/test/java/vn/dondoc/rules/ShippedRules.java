package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.Problems;

/** The shipped rules with the shipped units and holidays, and copies of them to edit. */
final class ShippedRules {
    static final String PLAN = "plan-881";
    static final Path FOLDER = Path.of("rules");

    private final Registry registry;
    private final WorkingCalendar calendar;

    private ShippedRules(Registry registry, WorkingCalendar calendar) {
        this.registry = registry;
        this.calendar = calendar;
    }

    static ShippedRules read() {
        Problems problems = new Problems();
        ShippedRules shipped = new ShippedRules(
                RegistryFile.read(Path.of("config/agencies.csv"), problems),
                HolidayFiles.read(Path.of("config/holidays"), problems));
        problems.refuseIfAny();
        return shipped;
    }

    RuleBook book(Path folder) {
        return reader().load(in(folder));
    }

    /** Runs every example of a folder by the rules of that folder; unreadable examples fail the test. */
    List<RuleCases.Result> run(Path folder) {
        Problems problems = new Problems();
        List<RuleCases.Result> results =
                new RuleCases(book(folder), calendar).run(in(folder).files(), problems);
        problems.refuseIfAny();
        return results;
    }

    /** Changes the rules of a folder a little, one place at a time. */
    MutationReport mutate(Path folder, int every) {
        return mutateOnly(folder, any -> true, every);
    }

    MutationReport mutateOnly(Path folder, Predicate<Mutant> wanted, int every) {
        return new Mutation(reader(), calendar).run(in(folder).files(), wanted, every);
    }

    /** Puts examples of our own in the place of the shipped ones and runs them; one line for each that is wrong. */
    List<String> wrongOf(Path copy, String... examples) throws IOException {
        Path plan = copy.resolve(PLAN);
        removeExamples(copy);
        Files.writeString(plan.resolve("own.cases.yaml"), "cases:\n" + String.join("\n", examples) + "\n");
        List<RuleCases.Result> results = run(copy);
        assertThat(results).hasSize(examples.length);
        return wrongOf(results);
    }

    static void removeExamples(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(copy.resolve(PLAN))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".cases.yaml"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    static List<String> wrongOf(List<RuleCases.Result> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(result -> result.place() + ", “" + result.name() + "”: " + result.outcome())
                .toList();
    }

    static Path copyTo(Path folder) throws IOException {
        Path target = Files.createTempDirectory(folder, "rules");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Path copy = target.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return target;
    }

    /** Edits the first line of a file of the plan that begins with a mark and contains the old text. */
    static void edit(Path copy, String name, String mark, String old, String text) throws IOException {
        Path file = copy.resolve(PLAN).resolve(name);
        String before = Files.readString(file);
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(mark) + ".*" + Pattern.quote(old) + ".*$")
                .matcher(before);
        assertThat(line.find()).as(mark + old).isTrue();
        Files.writeString(
                file,
                before.substring(0, line.start()) + line.group().replace(old, text) + before.substring(line.end()));
    }

    private static RuleFolder in(Path folder) {
        return new RuleFolder(folder, PLAN);
    }

    private RuleReader reader() {
        return new RuleReader(registry, null, RuleCompiler.inMemory());
    }
}
