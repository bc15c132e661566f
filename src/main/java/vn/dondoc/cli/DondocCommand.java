package vn.dondoc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.dondoc.app.DatabaseTrouble;
import vn.dondoc.app.Dondoc;
import vn.dondoc.app.HeadStart;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;

/** The root command: finds the home and hands it to the subcommands. */
@Command(
        name = "dondoc",
        mixinStandardHelpOptions = true,
        versionProvider = DondocCommand.Version.class,
        description = "Đôn Đốc: theo dõi, nhắc việc thực hiện kế hoạch ban hành kèm theo một quyết định.")
public final class DondocCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DondocCommand.class);

    @Option(names = "--home", paramLabel = "DIR", description = "Thư mục gốc (rules, schedules, config, data).")
    private @Nullable Path home;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    DondocCommand(Clock clock) {
        this.clock = clock;
    }

    public static int run(String... arguments) {
        return run(Clock.system(VietnamTime.ZONE), utf8(System.out), utf8(System.err), arguments);
    }

    /** The same on a given clock and given streams: what tests and the demo call. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new DondocCommand(clock));
        Subcommands.addTo(line, arguments);
        HelpWords.setOn(line);
        line.setOut(out);
        line.setErr(err);
        line.registerConverter(LocalDate.class, DondocCommand::day);
        line.setParameterExceptionHandler((wrong, words) -> Complaint.answer(wrong));
        line.setExecutionExceptionHandler((failure, command, parsed) -> answer(failure, command));
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh. Xem: dondoc --help");
    }

    Clock clock() {
        return clock;
    }

    Home home() {
        Problems problems = new Problems();
        Home chosen = Home.choose(home, problems);
        problems.refuseIfAny();
        return chosen;
    }

    Settings settings() {
        return Settings.read(home());
    }

    Dondoc open() {
        return Dondoc.open(settingsWhileRulesWake());
    }

    /** For commands that only look, and the one that proves the letters' texts itself: see {@link Dondoc#openWithoutLetters}. */
    Dondoc openToLook() {
        return Dondoc.openWithoutLetters(settingsWhileRulesWake());
    }

    private Settings settingsWhileRulesWake() {
        Home home = home();
        HeadStart.begin(home);
        return Settings.read(home);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    private static LocalDate day(String text) {
        return VietnameseDate.read(text)
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "“" + text + "” không phải ngày; ghi dạng 2017-12-18 hoặc 18/12/2017"));
    }

    private static int answer(Exception failure, CommandLine command) {
        Optional<FaultyFileException> told =
                failure instanceof FaultyFileException faulty ? Optional.of(faulty) : databaseTrouble(failure, command);
        if (told.isPresent()) {
            for (Problem problem : told.get().problems()) {
                command.getErr().println(problem);
            }
            command.getErr().println(told.get().problems().size() + " lỗi; chưa làm gì.");
            return ExitCode.USAGE_OR_CONFIGURATION;
        }
        LOG.error("command failed", failure);
        command.getErr().println("Lỗi của chương trình: " + failure.getMessage());
        return ExitCode.INTERNAL;
    }

    /** A disk may fill up, or somebody lock the file, after it was opened. */
    private static Optional<FaultyFileException> databaseTrouble(Exception failure, CommandLine command) {
        try {
            DondocCommand root = (DondocCommand) command.getCommandSpec().root().userObject();
            return new DatabaseTrouble(root.settings()).inWords(failure);
        } catch (FaultyFileException notEvenSettings) {
            return Optional.empty();
        }
    }

    private static PrintWriter utf8(java.io.PrintStream stream) {
        return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DondocCommand.class.getPackage().getImplementationVersion();
            return new String[] {"dondoc " + (version == null ? "(chạy từ mã nguồn)" : version)};
        }
    }
}
