package vn.dondoc.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.Requirement;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/** Turns rule files into a {@link RuleBook}: read, checked and compiled aside; one mistake, and there is no book. */
public final class RuleReader {
    private static final Map<String, String> NO_TARGETS = Map.of("targets.dslr.drl", Sentences.HEADER);

    private final Registry registry;
    private final @Nullable LocalDate closed;
    private final RuleCompiler compiler;

    /**
     * @param registry the units that rules may name
     * @param closed the day on which an administrator closed the whole plan; null while it lasts
     * @param compiler compiles, or remembers having compiled
     */
    public RuleReader(Registry registry, @Nullable LocalDate closed, RuleCompiler compiler) {
        this.registry = registry;
        this.closed = closed;
        this.compiler = compiler;
    }

    /**
     * The rules, compiled.
     *
     * @throws FaultyFileException with every mistake, when there is one
     */
    public RuleBook load(RuleFiles files) {
        Problems problems = new Problems();
        RuleBook book = compiled(draft(files, problems), files, problems);
        problems.refuseIfAny();
        if (book == null) {
            throw new IllegalStateException("rules neither faulty nor compiled");
        }
        return book;
    }

    /** The rules of a folder as it is now. */
    public RuleBook load(RuleFolder folder) {
        return load(folder.files());
    }

    /** Every mistake of a folder, files that cannot be read included. */
    public List<Problem> check(RuleFolder folder) {
        Problems problems = new Problems();
        check(RuleFiles.in(folder.folder(), folder.plan(), problems), problems);
        return problems.list();
    }

    /** Every mistake of the files; empty when they may be put in force. */
    public List<Problem> check(RuleFiles files) {
        Problems problems = new Problems();
        check(files, problems);
        return problems.list();
    }

    /** Every mistake of a folder, and what should be looked at besides. */
    public CheckedRules checkWithWarnings(RuleFolder folder) {
        return checkWithWarnings(folder, Map.of());
    }

    /**
     * The same with some files put in place of the folder's, which nobody has stored.
     *
     * @param edited by their names within the plan's folder
     */
    public CheckedRules checkWithWarnings(RuleFolder folder, Map<String, byte[]> edited) {
        Problems problems = new Problems();
        RuleFiles stored = RuleFiles.in(folder.folder(), folder.plan(), problems);
        Map<String, byte[]> contents = new LinkedHashMap<>(stored.contents());
        edited.forEach((name, content) -> contents.put(folder.plan() + "/" + name, content));
        return checkWithWarnings(edited.isEmpty() ? stored : RuleFiles.of(folder.plan(), contents), problems);
    }

    /** The same of files at hand. */
    public CheckedRules checkWithWarnings(RuleFiles files) {
        return checkWithWarnings(files, new Problems());
    }

    private CheckedRules checkWithWarnings(RuleFiles files, Problems problems) {
        Problems warnings = new Problems();
        check(files, problems).findWarnings(warnings);
        Sentences.noteOtherLanguage(files, warnings);
        return new CheckedRules(problems.list(), warnings.list());
    }

    /**
     * What can be said of the files while somebody types: everything but what only compiling all of them shows, and that
     * nobody's words but ours could cause.
     */
    public CheckedRules glance(RuleFiles files) {
        Problems problems = new Problems();
        Problems warnings = new Problems();
        Draft draft = draft(files, problems);
        Map<String, List<Requirement>> requirements = requirementsAlone(draft, problems);
        if (problems.isEmpty()) {
            refuseOtherKinds(
                    requirements.keySet(), draft.plan(), draft.sentences().places(), problems);
            problems.addAll(Coverage.of(draft.plan()).problems());
        }
        lints(files, draft, requirements, CaseFiles.read(files, problems)).find(problems, warnings);
        return new CheckedRules(problems.list(), warnings.list());
    }

    private RuleLints check(RuleFiles files, Problems problems) {
        Draft draft = draft(files, problems);
        boolean isReadable = problems.isEmpty();
        RuleBook book = compiled(draft, files, problems);
        List<RuleCase> examples = CaseFiles.read(files, problems);
        if (book != null) {
            problems.addAll(Coverage.of(book.plan()).problems());
        }
        Map<String, List<Requirement>> requirements =
                book != null ? book.allRequirements() : isReadable ? Map.of() : requirementsAlone(draft, problems);
        RuleLints lints = lints(files, draft, requirements, examples);
        lints.findProblems(problems);
        return lints;
    }

    private RuleLints lints(
            RuleFiles files, Draft draft, Map<String, List<Requirement>> requirements, List<RuleCase> examples) {
        return new RuleLints(
                files,
                draft.plan(),
                draft.ladder(),
                requirements,
                draft.sentences().places(),
                registry,
                examples);
    }

    /** The files read, nothing compiled yet. */
    private record Draft(Plan plan, Sentences sentences, Map<String, String> targets, Ladder ladder) {}

    private Draft draft(RuleFiles files, Problems problems) {
        Plan plan = PlanFile.read(files, closed, registry, problems);
        Sentences sentences = Sentences.of(problems);
        Map<String, String> targets = targets(files, sentences, plan, problems);
        Ladder ladder = LadderTable.read(files.table("reminders.csv", problems), plan, problems);
        return new Draft(plan, sentences, targets, ladder);
    }

    private @Nullable RuleBook compiled(Draft draft, RuleFiles files, Problems problems) {
        if (!problems.isEmpty()) {
            return null;
        }
        Plan plan = draft.plan();
        KieBase planRules = compiler.compile(
                Permitted.DUTIES, Map.of("duties.csv.drl", DutyRules.drlOf(plan.allDuties())), problems);
        KieBase targetRules = targetRules(draft, problems);
        draft.ladder().compile(compiler, problems);
        KieBase verdicts = VerdictRules.compiledBy(compiler);
        if (planRules == null || targetRules == null) {
            return null;
        }
        Map<String, List<Requirement>> requirements = requirementsOf(targetRules, draft.sentences(), plan, problems);
        refuseOtherKinds(requirements.keySet(), plan, draft.sentences().places(), problems);
        return new RuleBook(files.version(), plan, registry, requirements, planRules, verdicts, draft.ladder());
    }

    private @Nullable KieBase targetRules(Draft draft, Problems problems) {
        return compiler.compile(Permitted.TARGETS, draft.targets().isEmpty() ? NO_TARGETS : draft.targets(), problems);
    }

    /** What the targets that can be read ask for although something is faulty: everything wrong is said at once. */
    private Map<String, List<Requirement>> requirementsAlone(Draft draft, Problems problems) {
        KieBase targetRules = targetRules(draft, problems);
        return targetRules == null ? Map.of() : requirementsOf(targetRules, draft.sentences(), draft.plan(), problems);
    }

    private static Map<String, String> targets(RuleFiles files, Sentences sentences, Plan plan, Problems problems) {
        Map<String, String> drl = new LinkedHashMap<>();
        if (files.named(Sentences.FILE).isEmpty() && plan.allDuties().stream().anyMatch(Duty::isTarget)) {
            problems.add("targets.dslr", "không có tệp câu nào cho các chỉ tiêu", "chép lại tệp vào thư mục kế hoạch");
        }
        for (String name : files.named(Sentences.FILE)) {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                problems.add(name, "tên tệp có ký tự lạ", "đặt tên bằng chữ không dấu, số, dấu chấm, gạch nối");
                continue;
            }
            files.written(files.plan() + "/" + name, problems)
                    .ifPresent(text -> drl.put(
                            name + ".drl",
                            sentences.drlOf(name, text, plan.duties().keySet())));
        }
        return drl;
    }

    static Map<String, List<Requirement>> requirementsOf(
            KieBase targetRules, Sentences sentences, Plan plan, Problems problems) {
        RequirementCollector collector = new RequirementCollector(sentences.places(), problems);
        KieSession session = targetRules.newKieSession();
        try {
            session.setGlobal("requirements", collector);
            plan.allDuties().forEach(session::insert);
            BoundedFiring.fire(session);
        } catch (RunawayRule runaway) {
            problems.add("quy tắc “" + runaway.rule() + "”", runaway.getMessage(), "sửa hoặc bỏ quy tắc này");
        } finally {
            session.dispose();
        }
        return collector.requirements();
    }

    /** @param places where each target is spoken of */
    static void refuseOtherKinds(Set<String> targets, Plan plan, SentencePlaces places, Problems problems) {
        for (Duty duty : plan.allDuties()) {
            boolean isSpokenOf = targets.contains(duty.id());
            if (duty.isTarget() && !isSpokenOf) {
                problems.add(
                        RuleLints.place(duty, "Loại"),
                        "chỉ tiêu “" + duty.id() + "” chưa có câu nào trong targets.dslr",
                        "viết một quy tắc cho chỉ tiêu, hoặc sửa cột Loại");
            } else if (!duty.isTarget() && isSpokenOf) {
                problems.add(
                        places.of(duty.id()),
                        "“" + duty.id() + "” không phải chỉ tiêu (duties.csv, dòng " + duty.line() + ", cột “Loại”)",
                        "sửa mã, bỏ quy tắc này, hoặc sửa cột Loại");
            }
        }
    }
}
