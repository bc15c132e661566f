package vn.dondoc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.VietnamTime;

/** Types commands as a script would, on a clock that stands still. */
final class CommandLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private Clock clock = at("2017-12-18T08:00");

    CommandLine(Path home) {
        this.home = home;
    }

    /** What a command answered. */
    record Answer(int exit, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException malformed) {
                throw new UncheckedIOException(out, malformed);
            }
        }
    }

    void setClock(String moment) {
        clock = at(moment);
    }

    Answer type(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
        arguments.addAll(List.of(words));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                DondocCommand.run(clock, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    private static Clock at(String moment) {
        return Clock.fixed(LocalDateTime.parse(moment).atZone(VietnamTime.ZONE).toInstant(), VietnamTime.ZONE);
    }
}
