package vn.dondoc.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.flow.Entered;
import vn.dondoc.flow.Rehearsals;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.rules.RuleDrafts;

/**
 * Rehearsals as processes of their own, the same commands that an administrator types: whatever memory they take and however
 * they end, the program that serves goes on.
 */
public final class RehearsalRuns implements Rehearsals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalRuns.class);
    private static final int MOST_KEPT = 6;
    private static final int MOST_MONTHS = 24;
    private static final long MOST_ANSWERED = 8L << 20;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Path POLITE = Path.of("/usr/bin/nice");
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS").withZone(VietnamTime.ZONE);

    private final Home home;
    private final Path folder;
    private @Nullable RunFolder running;
    private @Nullable Process process;

    public RehearsalRuns(Home home) {
        this.home = home;
        this.folder = home.rehearsals();
    }

    @Override
    public synchronized Entered<Run> begin(Wish wish) {
        List<Problem> refused = refusals(wish);
        if (!refused.isEmpty()) {
            return Entered.refused(refused);
        }
        try {
            clearOld();
            RunFolder run = free(wish.at());
            run.prepare(wish);
            if (wish.edited() != null) {
                RuleDrafts.write(run.rules(), wish.edited());
            }
            start(run, wish);
            return Entered.stored(run.read(true));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Two may be asked for at one moment, of which the first has ended: each has a folder of its own. */
    private RunFolder free(Instant at) {
        RunFolder run = new RunFolder(folder.resolve(ID.format(at)));
        return Files.exists(run.folder()) ? free(at.plusMillis(1)) : run;
    }

    private List<Problem> refusals(Wish wish) {
        List<Problem> refusals = new ArrayList<>();
        if (wish.from().getYear() < FIRST_YEAR || wish.from().getYear() > LAST_YEAR) {
            refusals.add(
                    new Problem("từ ngày", "năm " + wish.from().getYear() + " không dùng được", "kiểm tra lại năm"));
        } else if (wish.to().isBefore(wish.from())) {
            refusals.add(new Problem("đến ngày", "trước ngày đầu", "ghi một ngày sau ngày đầu"));
        } else if (!wish.to().isBefore(wish.from().plusMonths(MOST_MONTHS))) {
            LocalDate latest = wish.from().plusMonths(MOST_MONTHS).minusDays(1);
            refusals.add(new Problem(
                    "đến ngày",
                    "khoảng dài quá " + MOST_MONTHS + " tháng",
                    "ghi muộn nhất " + VietnameseDate.write(latest)));
        }
        if (isRunning()) {
            refusals.add(new Problem("chạy thử", "một lần khác đang chạy", "chờ lần ấy xong, hoặc dừng nó"));
        }
        return refusals;
    }

    private boolean isRunning() {
        return process != null && process.isAlive();
    }

    private void start(RunFolder run, Wish wish) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(POLITE)) {
            command.addAll(List.of(POLITE.toString(), "-n", "10"));
        }
        command.addAll(javaCommand());
        command.addAll(List.of("--home", home.folder().toAbsolutePath().toString()));
        command.addAll(wish.kind() == Kind.PREVIEW ? List.of("rules", "preview") : List.of("simulate"));
        if (wish.edited() != null) {
            command.addAll(List.of("--rules", run.rules().toAbsolutePath().toString()));
        }
        command.addAll(
                List.of("--from", wish.from().toString(), "--to", wish.to().toString()));
        command.addAll(List.of("--out", run.results().toAbsolutePath().toString()));
        if (wish.kind() == Kind.PREVIEW) {
            command.addAll(List.of("--format", "json"));
        }
        Process started = new ProcessBuilder(command)
                .redirectOutput(run.answer().toFile())
                .redirectError(run.progress().toFile())
                .start();
        started.getOutputStream().close();
        process = started;
        running = run;
        var unused = started.onExit().thenAccept(ended -> run.finish(ended.exitValue()));
        LOG.info("{} from {} to {} begins", wish.kind(), wish.from(), wish.to());
    }

    /** As {@code bin/dondoc} starts these commands, on the class path of this program. */
    private static List<String> javaCommand() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR"));
        Stream.of("dondoc.installation", "org.sqlite.lib.path")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.dondoc.Main"));
        return command;
    }

    @Override
    public synchronized List<Run> runs() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return folders().stream()
                .map(each -> new RunFolder(each).read(isRunning() && isTheOneRunning(each)))
                .toList();
    }

    private boolean isTheOneRunning(Path each) {
        return running != null && running.folder().equals(each);
    }

    private List<Path> folders() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(each -> new RunFolder(each).isOne())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void clearOld() throws IOException {
        Files.createDirectories(folder);
        List<Path> kept = folders();
        for (Path old : kept.subList(Math.min(MOST_KEPT - 1, kept.size()), kept.size())) {
            new RunFolder(old).remove();
        }
    }

    @Override
    public synchronized void stop(String id) {
        if (isRunning() && running != null && running.id().equals(id) && process != null) {
            process.destroy();
        }
    }

    @Override
    public Optional<InputStream> answer(Run run) throws IOException {
        Path answer = new RunFolder(folder.resolve(run.id())).answer();
        return Files.size(answer) > MOST_ANSWERED ? Optional.empty() : Optional.of(Files.newInputStream(answer));
    }

    @Override
    public Optional<Path> page(Run run, String path) {
        return new RunFolder(folder.resolve(run.id())).page(path);
    }

    /** One that still runs ends with the program: nobody would read what it comes to. */
    @Override
    public synchronized void close() {
        if (!isRunning() || process == null) {
            return;
        }
        process.destroy();
        try {
            var unused = process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
