package vn.dondoc.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.outbox.Letter;
import vn.dondoc.outbox.LetterKind;
import vn.dondoc.outbox.LetterState;
import vn.dondoc.schedules.Seconds;
import vn.dondoc.store.Database;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.SharedPostgres;

/** Homes, processes and one database, with its outbox seen from outside. */
final class SeveralNodes implements AutoCloseable {
    /** Whom the checks write to. */
    private static final Set<String> UNITS = Set.of("so-y-te", "so-tu-phap", "524");

    private static final LocalDate DAY = LocalDate.of(2018, 3, 20);

    private final PostgresServer server = SharedPostgres.bareDatabase();
    private final Duration ahead = Duration.between(Instant.now(), VietnamTime.at(DAY, LocalTime.of(9, 0)));
    private final List<ServeNode> nodes = new ArrayList<>();
    private final Database database;
    private final OutboxStore outbox;
    private int queued;

    /** Starts that many nodes, each in a home of its own, mailing to a server on that port. */
    SeveralNodes(Path folder, int count, int mailPort) throws IOException {
        Path first = home(folder.resolve("1"), mailPort);
        compileRules(first);
        database = Database.open(server);
        outbox = new OutboxStore(database, "don-doc@quangngai.example");
        for (int number = 2; number <= count; number++) {
            Path home = home(folder.resolve(String.valueOf(number)), mailPort);
            copy(first.resolve("data/compiled-rules"), home.resolve("data/compiled-rules"));
        }
        for (int number = 1; number <= count; number++) {
            nodes.add(ServeNode.start(folder.resolve(String.valueOf(number)), ahead));
        }
    }

    private Path home(Path folder, int mailPort) throws IOException {
        TemporaryHome.mailOnlyTo(TemporaryHome.in(folder), UNITS::contains);
        TemporaryHome.configure(
                folder,
                "url: \"" + server.url() + "\"",
                "username: postgres",
                "transport: smtp",
                "host: localhost",
                "port: " + mailPort,
                "security: none",
                "lettersPerMinute: 0",
                "release: none",
                "goLive: \"01/03/2018\"");
        every(folder, "send", Seconds.each(0, 2));
        every(folder, "morning-check", Seconds.each(5, 10));
        return folder;
    }

    private static void every(Path home, String job, String cron) throws IOException {
        Path file = home.resolve("schedules/" + job + ".yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?m)^cron:.*$", "cron: \"" + cron + "\"")
                        .replaceFirst("(?m)^onDayOff:.*$", "onDayOff: run"));
    }

    /** Once, and not by every node: it takes seconds. */
    private void compileRules(Path home) {
        if (ServeNode.run(home, ahead, "check") > 1) {
            throw new IllegalStateException(String.join("\n", ServeNode.logOf(home)));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    void queueLetters(int count) {
        for (int i = 0; i < count; i++) {
            outbox.enqueue(letter(++queued), "r1", false, ServeNode.clock(ahead).instant());
        }
    }

    private static Letter letter(int number) {
        String unit = "don-vi-" + number;
        return new Letter(
                unit + "|reminder|" + DAY,
                LetterKind.REMINDER,
                unit + "@quangngai.example",
                List.of(),
                unit,
                DAY,
                "V/v nhắc việc số " + number,
                "Kính gửi: đơn vị " + number + "\n",
                "<p>Kính gửi: đơn vị " + number + "</p>",
                1,
                "due-soon",
                List.of());
    }

    /** The node that is running a job at this moment. */
    Optional<ServeNode> runner(String job) {
        Set<String> running =
                texts("SELECT split_part(instance_name, '-', 1) FROM qrtz_fired_triggers WHERE job_name = '" + job
                        + "' AND state = 'EXECUTING'");
        return nodes.stream()
                .filter(node -> node.isAlive() && running.contains(String.valueOf(node.number())))
                .findFirst();
    }

    List<ServeNode> nodes() {
        return nodes;
    }

    boolean everythingIsSent() {
        var states = outbox.countByState();
        int sent = states.getOrDefault(LetterState.SENT, 0);
        return sent >= queued
                && sent == states.values().stream().mapToInt(Integer::intValue).sum();
    }

    Set<String> messageIds() {
        return texts("SELECT message_id FROM outbox");
    }

    /** How many runs of a job came to their end. */
    int runsDone(String job) {
        return Integer.parseInt(texts("SELECT count(*) FROM fire_ledger WHERE job = '" + job + "' AND outcome = 'done'")
                .iterator()
                .next());
    }

    /** How many times a node said that it ran a job. */
    int runsLogged(String job) {
        return (int) nodes.stream()
                .flatMap(node -> node.log().stream())
                .filter(line -> line.contains("Daemon " + job + ": "))
                .count();
    }

    /** How everything stands, for whoever reads of a failure. */
    String standing() {
        Stream<String> tables = Stream.of(
                        "SELECT 'now ' || now()::text",
                        "SELECT 'letters ' || state || ' ' || count(*) || coalesce(' ' || max(lease_owner) || ' ' || max(lease_until), '')"
                                + " FROM outbox GROUP BY state",
                        "SELECT 'trigger ' || trigger_group || ' ' || trigger_name || ' ' || trigger_state || ' '"
                                + " || to_timestamp(next_fire_time / 1000) FROM qrtz_triggers",
                        "SELECT 'fired ' || trigger_name || ' ' || state || ' ' || instance_name FROM qrtz_fired_triggers",
                        "SELECT 'node ' || instance_name || ' ' || to_timestamp(last_checkin_time / 1000) FROM qrtz_scheduler_state",
                        "SELECT 'run ' || planned_at || ' ' || job || ' ' || outcome || ' ' || attempts FROM fire_ledger"
                                + " WHERE outcome <> 'done'")
                .flatMap(sql -> texts(sql).stream());
        Stream<String> logs = nodes.stream()
                .flatMap(node -> Stream.concat(
                        Stream.of("---- node " + node.number() + (node.isAlive() ? "" : ", dead")),
                        node.log().stream()));
        return Stream.concat(tables, logs).collect(Collectors.joining("\n"));
    }

    private Set<String> texts(String sql) {
        return database.jdbi()
                .withHandle(handle -> new TreeSet<>(
                        handle.createQuery(sql).mapTo(String.class).list()));
    }

    @Override
    public void close() {
        nodes.stream().filter(ServeNode::isAlive).forEach(ServeNode::kill);
        database.close();
    }
}
