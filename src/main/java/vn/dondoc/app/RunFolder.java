package vn.dondoc.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.flow.Rehearsals.Kind;
import vn.dondoc.flow.Rehearsals.Run;
import vn.dondoc.flow.Rehearsals.State;
import vn.dondoc.flow.Rehearsals.Wish;
import vn.dondoc.reading.VietnameseDate;

/** What one rehearsal leaves on disk. */
record RunFolder(Path folder) {
    private static final String MARK = "lan-chay.properties";
    private static final String END = "ket-thuc.txt";
    private static final Pattern DAY = Pattern.compile("… (?:quy tắc hiện hành: )?(\\d{2}/\\d{2}/\\d{4})");
    private static final Pattern PAGE =
            Pattern.compile("(?:(?:hien-hanh|sua-doi)/)?(?:pages/[\\w.-]+|index|thang-\\d{4}-\\d{2})(?:\\.html)");
    private static final int MOST_SAID = 40;
    private static final long MOST_READ = 1 << 20;

    String id() {
        return folder.getFileName().toString();
    }

    Path rules() {
        return folder.resolve("quy-tac");
    }

    Path results() {
        return folder.resolve("ket-qua");
    }

    Path answer() {
        return folder.resolve("tra-loi.txt");
    }

    Path progress() {
        return folder.resolve("tien-do.txt");
    }

    boolean isOne() {
        return Files.isRegularFile(folder.resolve(MARK));
    }

    void prepare(Wish wish) throws IOException {
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.setProperty("kind", wish.kind().name());
        properties.setProperty("from", wish.from().toString());
        properties.setProperty("to", wish.to().toString());
        properties.setProperty("author", wish.author());
        properties.setProperty("at", wish.at().toString());
        try (Writer out = Files.newBufferedWriter(folder.resolve(MARK))) {
            properties.store(out, null);
        }
    }

    void finish(int code) {
        try {
            Files.writeString(folder.resolve(END), code + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Run read(boolean running) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(MARK))) {
            properties.load(in);
            Kind kind = Kind.valueOf(properties.getProperty("kind"));
            State state = running ? State.RUNNING : ended();
            return new Run(
                    id(),
                    kind,
                    state,
                    LocalDate.parse(properties.getProperty("from")),
                    LocalDate.parse(properties.getProperty("to")),
                    properties.getProperty("author"),
                    Instant.parse(properties.getProperty("at")),
                    reached(),
                    said(kind, state));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of a process that was stopped, or ended with the program, there is no code of its own. */
    private State ended() throws IOException {
        Path end = folder.resolve(END);
        String code = Files.isRegularFile(end) ? Files.readString(end).strip() : "";
        return switch (code) {
            case "0" -> State.DONE;
            case "1", "2", "3" -> State.FAILED;
            default -> State.STOPPED;
        };
    }

    private @Nullable LocalDate reached() throws IOException {
        Matcher day = DAY.matcher(textOf(progress()));
        LocalDate last = null;
        while (day.find()) {
            last = VietnameseDate.read(day.group(1)).orElse(last);
        }
        return last;
    }

    private List<String> said(Kind kind, State state) throws IOException {
        boolean simulated = kind == Kind.SIMULATION && state == State.DONE;
        if (!simulated && state != State.FAILED) {
            return List.of();
        }
        return textOf(simulated ? answer() : progress())
                .lines()
                .takeWhile(line -> !simulated || !line.isEmpty())
                .filter(line -> !line.startsWith("…"))
                .limit(MOST_SAID)
                .toList();
    }

    private static String textOf(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) < MOST_READ
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                : "";
    }

    /** A page of the results by its path among them; nothing else of the disk. */
    Optional<Path> page(String path) {
        if (!PAGE.matcher(path).matches()) {
            return Optional.empty();
        }
        Path page = results().resolve(path).normalize();
        return page.startsWith(results()) && Files.isRegularFile(page) ? Optional.of(page) : Optional.empty();
    }

    void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
