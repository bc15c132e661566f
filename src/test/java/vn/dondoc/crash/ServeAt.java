package vn.dondoc.crash;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.cli.DondocCommand;

/** {@code dondoc} on a clock that shows a given moment at its start and goes on from there. */
public final class ServeAt {
    private ServeAt() {}

    /** @param arguments the moment, then the command line */
    public static void main(String... arguments) {
        Clock machine = Clock.system(VietnamTime.ZONE);
        Clock clock = Clock.offset(machine, Duration.between(machine.instant(), Instant.parse(arguments[0])));
        String[] command = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(DondocCommand.run(clock, out, out, command));
    }
}
