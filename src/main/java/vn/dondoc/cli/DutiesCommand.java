package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.facts.Duty;
import vn.dondoc.facts.Requirement;
import vn.dondoc.rules.RuleBook;

/** {@code dondoc duties}: every duty in force. */
@Command(name = "duties", mixinStandardHelpOptions = true, description = "Mọi nhiệm vụ đang có hiệu lực.")
final class DutiesCommand implements Callable<Integer> {
    @ParentCommand
    private DondocCommand dondoc;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "table, json hoặc csv.")
    private Format format;

    @Override
    public Integer call() {
        RuleBook book = dondoc.openToLook().rules().current();
        List<Duty> duties = book.plan().allDuties().stream()
                .sorted(java.util.Comparator.comparing(Duty::id))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json ->
                out.println(Answers.json(
                        duties.stream().map(duty -> answer(book, duty)).toList()));
            case csv -> {
                out.println("id,clause,text,kind,lead,recurrence,due,assumed,evidence");
                duties.forEach(duty -> out.println(Answers.csv(row(duty))));
            }
            case table -> {
                duties.forEach(duty -> out.println(String.format(
                        "%-14s %-12s %-28s %s", duty.id(), duty.kind().word(), dueInWords(duty), duty.text())));
                out.println(duties.size() + " nhiệm vụ");
            }
        }
        return ExitCode.FINE;
    }

    private static List<String> row(Duty duty) {
        return List.of(
                duty.id(),
                duty.clause(),
                duty.text(),
                duty.kind().code(),
                duty.lead(),
                duty.recurrence().code(),
                dueInWords(duty),
                String.valueOf(isAssumed(duty)),
                duty.evidence());
    }

    private static Map<String, Object> answer(RuleBook book, Duty duty) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", duty.id());
        answer.put("clause", duty.clause());
        answer.put("quote", duty.quote());
        answer.put("text", duty.text());
        answer.put("kind", duty.kind().code());
        answer.put("lead", book.unitsCalled(duty.lead()));
        answer.put("coordinating", book.unitsCalled(duty.coordinating()));
        answer.put("recurrence", duty.recurrence().code());
        answer.put("due", book.firstDue(duty).map(Object::toString).orElse(null));
        answer.put("dueInWords", dueInWords(duty));
        answer.put("assumed", isAssumed(duty));
        answer.put("evidence", duty.evidence());
        answer.put("remindBefore", duty.offsets());
        answer.put("note", duty.note());
        answer.put("trial", duty.trial());
        answer.put("target", target(book, duty));
        return answer;
    }

    private static @Nullable Map<String, Object> target(RuleBook book, Duty duty) {
        Requirement requirement = book.requirementOf(duty).orElse(null);
        Map<String, Object> target = Answers.required(requirement, null);
        if (target != null && requirement != null) {
            target.put("of", requirement.of().code());
        }
        return target;
    }

    /** A duty without any date assumes none. */
    private static boolean isAssumed(Duty duty) {
        return duty.assumed() && !duty.hard().isEmpty();
    }

    private static String dueInWords(Duty duty) {
        return String.join("; ", duty.hard().stream().map(date -> date.text()).toList());
    }
}
