package vn.dondoc.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** The commands below {@code dondoc}, in the order of its help. */
final class Subcommands {
    static final Map<String, Class<?>> KNOWN = Collections.unmodifiableMap(known());

    private Subcommands() {}

    /**
     * Adds the one that is asked for: to take all of them apart costs a command as much as to open its home. All are added
     * where it is not plain which one is meant, so that help and complaints name them.
     */
    static void addTo(CommandLine dondoc, String... arguments) {
        asked(arguments)
                .ifPresentOrElse(
                        name -> dondoc.addSubcommand(name, KNOWN.get(name)),
                        () -> KNOWN.forEach(dondoc::addSubcommand));
    }

    /** The first argument that is neither {@code --home} nor its folder, when it is the name of a command. */
    static Optional<String> asked(String... arguments) {
        int place = 0;
        while (place < arguments.length
                && (arguments[place].equals("--home") || arguments[place].startsWith("--home="))) {
            place += arguments[place].equals("--home") ? 2 : 1;
        }
        return Optional.of(place)
                .filter(first -> first < arguments.length)
                .map(first -> arguments[first])
                .filter(KNOWN::containsKey);
    }

    private static Map<String, Class<?>> known() {
        Map<String, Class<?>> known = new LinkedHashMap<>();
        known.put("demo", DemoCommand.class);
        known.put("serve", ServeCommand.class);
        known.put("template", TemplateCommand.class);
        known.put("submit", SubmitCommand.class);
        known.put("check", CheckCommand.class);
        known.put("duties", DutiesCommand.class);
        known.put("explain", ExplainCommand.class);
        known.put("why", WhyCommand.class);
        known.put("ack", AckCommand.class);
        known.put("extend", ExtendCommand.class);
        known.put("exempt", ExemptCommand.class);
        known.put("silence", SilenceCommand.class);
        known.put("run", RunCommand.class);
        known.put("simulate", SimulateCommand.class);
        known.put("rules", RulesCommand.class);
        known.put("outbox", OutboxCommand.class);
        known.put("replies", RepliesCommand.class);
        known.put("user", UserCommand.class);
        known.put("audit", AuditCommand.class);
        known.put("backup", BackupCommand.class);
        known.put("restore", RestoreCommand.class);
        known.put("migrate", MigrateCommand.class);
        known.put("bench", BenchCommand.class);
        known.put("doctor", DoctorCommand.class);
        return known;
    }
}
