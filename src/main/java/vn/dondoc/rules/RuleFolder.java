package vn.dondoc.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/**
 * The administrators' folder: read, checked and compiled aside; only a folder without a single mistake becomes a {@link
 * RuleBook}.
 */
public final class RuleFolder {
    private static final int VERSION_DIGITS = 12;

    private final Path folder;
    private final String planName;
    private final @Nullable LocalDate closed;

    /**
     * @param folder {@code rules/} with {@code vietnamese.dsl}
     * @param planName the folder of the plan within it
     * @param closed the day on which an administrator closed the whole plan; null while it lasts
     */
    public RuleFolder(Path folder, String planName, @Nullable LocalDate closed) {
        this.folder = folder;
        this.planName = planName;
        this.closed = closed;
    }

    /**
     * The rules, compiled.
     *
     * @throws FaultyFileException with every mistake, when there is one
     */
    public RuleBook load(Registry registry) {
        Problems problems = new Problems();
        RuleBook book = read(registry, problems);
        problems.refuseIfAny();
        if (book == null) {
            throw new IllegalStateException("rules neither faulty nor compiled");
        }
        return book;
    }

    /** Every mistake of the folder; empty when it may be put in force. */
    public List<Problem> check(Registry registry) {
        Problems problems = new Problems();
        RuleBook book = read(registry, problems);
        if (book != null) {
            problems.addAll(Coverage.of(book.plan()).problems());
        }
        return problems.list();
    }

    private @Nullable RuleBook read(Registry registry, Problems problems) {
        Path planFolder = planFolder();
        if (!Files.isDirectory(planFolder)) {
            problems.add(planFolder.toString(), "không có thư mục kế hoạch", "kiểm tra plan.folder trong dondoc.yaml");
            return null;
        }
        // taken before the reading: an edit saved meanwhile shows as one more edit, never as none
        String version = version();
        Plan plan = PlanFile.read(planFolder, closed, registry, problems);
        Sentences sentences = Sentences.over(folder.resolve("vietnamese.dsl"), problems);
        String targets = sentences.drlOf(
                planFolder.resolve("targets.dslr"), plan.duties().keySet());
        Ladder ladder = LadderTable.read(planFolder.resolve("reminders.csv"), plan.allDuties(), problems);
        if (!problems.isEmpty()) {
            return null;
        }
        ClassLoader wall = new FilteringClassLoader(RuleFolder.class.getClassLoader());
        KieBase planRules =
                RuleCompiler.compile("plan", Map.of("duties.drl", DutyRules.drlOf(plan.allDuties())), wall, problems);
        KieBase targetRules = RuleCompiler.compile("targets", Map.of("targets.drl", targets), wall, problems);
        ladder.compile(wall, problems);
        KieBase verdicts = VerdictRules.compiled();
        if (planRules == null || targetRules == null) {
            return null;
        }
        Map<String, Requirement> requirements = requirements(targetRules, plan, problems);
        return new RuleBook(version, plan, registry, requirements, planRules, verdicts, ladder);
    }

    private static Map<String, Requirement> requirements(KieBase targetRules, Plan plan, Problems problems) {
        RequirementCollector collector = new RequirementCollector("targets.dslr", problems);
        KieSession session = targetRules.newKieSession();
        try {
            session.setGlobal("requirements", collector);
            plan.allDuties().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        Map<String, Requirement> requirements = collector.requirements();
        plan.allDuties().stream()
                .filter(duty -> duty.isTarget() != requirements.containsKey(duty.id()))
                .forEach(duty -> problems.add(
                        "duties.csv, dòng " + duty.line() + ", cột “Loại”",
                        duty.isTarget()
                                ? "chỉ tiêu “" + duty.id() + "” chưa có câu nào trong targets.dslr"
                                : "“" + duty.id() + "” có câu trong targets.dslr mà không phải chỉ tiêu",
                        "viết một quy tắc cho chỉ tiêu, hoặc sửa cột Loại"));
        return requirements;
    }

    Path planFolder() {
        return folder.resolve(planName);
    }

    /** A hash over every file that can change a verdict or a letter's timing: same content, same version. */
    public String version() {
        MessageDigest digest = sha256();
        contents().forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }

    private Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : Stream.concat(
                        Stream.of(folder.resolve("vietnamese.dsl")), filesOf(folder.resolve(planName)).stream())
                .toList()) {
            try {
                contents.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.isReadable(file) ? Files.readAllBytes(file) : new byte[0]);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return contents;
    }

    private static List<Path> filesOf(Path planFolder) {
        try (Stream<Path> files = Files.walk(planFolder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isRuleFile(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRuleFile(String name) {
        return (name.endsWith(".csv") || name.endsWith(".dslr") || name.endsWith(".yaml"))
                && !name.endsWith(".cases.yaml");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
