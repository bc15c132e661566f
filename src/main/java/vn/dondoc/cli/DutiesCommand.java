package vn.dondoc.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.dondoc.facts.Duty;
import vn.dondoc.flow.StableAnswers;
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
            case json -> out.println(Answers.json(StableAnswers.duties(book)));
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

    /** A duty without any date assumes none. */
    private static boolean isAssumed(Duty duty) {
        return duty.assumed() && !duty.hard().isEmpty();
    }

    private static String dueInWords(Duty duty) {
        return String.join("; ", duty.hard().stream().map(date -> date.text()).toList());
    }
}
