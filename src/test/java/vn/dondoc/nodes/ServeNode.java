package vn.dondoc.nodes;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.cli.DondocCommand;

/** {@code dondoc} in a process of its own, on a clock that goes as the machine's does, but on a working day. */
final class ServeNode {
    private final Path home;
    private final Duration ahead;
    private Process process;

    private ServeNode(Path home, Duration ahead, Process process) {
        this.home = home;
        this.ahead = ahead;
        this.process = process;
    }

    /** The process. */
    public static void main(String[] arguments) {
        Clock clock = clock(Duration.parse(arguments[1]));
        System.exit(DondocCommand.run(
                clock,
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                "--home",
                arguments[0],
                arguments[2]));
    }

    static Clock clock(Duration ahead) {
        return Clock.offset(Clock.system(VietnamTime.ZONE), ahead);
    }

    static ServeNode start(Path home, Duration ahead) {
        return new ServeNode(home, ahead, process(home, ahead, "serve"));
    }

    /** Runs another command to its end, with what this program remembers of other tests far from it. */
    static int run(Path home, Duration ahead, String command) {
        try {
            return process(home, ahead, command).waitFor();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    void startAgain() {
        process = process(home, ahead, "serve");
    }

    /** As the operating system does it: the program hears nothing of it. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end, as a service manager does. */
    void stop() {
        process.destroy();
        await();
    }

    long number() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it said in all its lives. */
    List<String> log() {
        return logOf(home);
    }

    static List<String> logOf(Path home) {
        try {
            return Files.readAllLines(logFile(home));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("node " + number() + " does not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process process(Path home, Duration ahead, String command) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServeNode.class.getName(),
                            home.toString(),
                            ahead.toString(),
                            command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(logFile(home).toFile()))
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static Path logFile(Path home) {
        return home.resolve("serve.log");
    }
}
