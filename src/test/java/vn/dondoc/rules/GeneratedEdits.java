package vn.dondoc.rules;

import static vn.dondoc.rules.HostileEdit.bounded;
import static vn.dondoc.rules.HostileEdit.bytes;
import static vn.dondoc.rules.HostileEdit.refused;
import static vn.dondoc.rules.HostileEdit.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Problems;

/** Edits made from the shipped files: each cut off, encoded otherwise, put away, its headings and cells mutilated. */
final class GeneratedEdits {
    static final String DUTIES = "plan-881/duties.csv";
    static final String TARGETS = "plan-881/targets.dslr";
    static final String LADDER = "plan-881/reminders.csv";
    static final String CLAUSES = "plan-881/clauses.yaml";
    static final String PLAN = "plan-881/plan.yaml";
    static final String LANGUAGE = "vietnamese.dsl";
    static final List<String> FILES = List.of(DUTIES, TARGETS, LADDER, CLAUSES, PLAN, LANGUAGE);

    private static final Map<String, CsvTable> TABLES = new ConcurrentHashMap<>();
    private static final Path SHIPPED = Path.of("rules");
    private static final int CUTS = 5;
    private static final int FLIPS = 18;
    private static final List<String> ENCODINGS = List.of("UTF-16", "windows-1258");
    /** One of each format: reading a million lines takes long, and the formats read them alike. */
    private static final List<String> OF_EACH_FORMAT = List.of(DUTIES, TARGETS, PLAN);

    private static final int PAYLOADS_A_CELL = 2;
    private static final int DOUBLED_HEADINGS = 5;
    private static final String BREAKING_OUT = "\"); System.exit(0); //";
    private static final List<String> PAYLOADS = List.of(
            BREAKING_OUT, "eval(true)", "#{x} @{y} $param ${z}", "\\u0022); System.exit(0); //", "=cmd|'/C calc'!A0");
    /** Cells that a person reads and no rule: what they hold is text. */
    private static final List<String> TEXTS = List.of("Nhiệm vụ", "Phối hợp", "Minh chứng", "Ghi chú");

    private GeneratedEdits() {}

    static Stream<HostileEdit> all() {
        return Stream.of(
                        cutOff(),
                        encodedOtherwise(),
                        replaced(),
                        overlong(),
                        headings(),
                        cells(DUTIES, 40, PAYLOADS_A_CELL),
                        cells(LADDER, 4, 1),
                        flips())
                .flatMap(edits -> edits);
    }

    private static Stream<HostileEdit> cutOff() {
        return FILES.stream()
                .flatMap(file -> IntStream.range(0, CUTS).mapToObj(cut -> {
                    byte[] whole = shipped(file);
                    return bounded(
                            "cut off after " + cut + " of " + CUTS + " parts",
                            file,
                            bytes(Arrays.copyOf(whole, whole.length * cut / CUTS)));
                }));
    }

    private static Stream<HostileEdit> encodedOtherwise() {
        return FILES.stream()
                .flatMap(file -> Stream.concat(
                        ENCODINGS.stream()
                                .map(encoding -> refused(
                                        "saved as " + encoding,
                                        file,
                                        bytes(textOf(file).getBytes(Charset.forName(encoding))))),
                        Stream.of(refused("with a byte of zero", file, text(textOf(file) + "\0")))));
    }

    private static Stream<HostileEdit> replaced() {
        return FILES.stream()
                .flatMap(file -> Stream.of(
                        refused("missing", file, Files::delete),
                        refused("empty", file, text("")),
                        refused("a folder", file, GeneratedEdits::folderInPlace),
                        refused("a link to itself", file, at -> link(at, at)),
                        refused(
                                "a link to another file of the machine",
                                file,
                                at -> link(at, Path.of("/etc/passwd")))));
    }

    private static Stream<HostileEdit> overlong() {
        return OF_EACH_FORMAT.stream()
                .flatMap(file -> Stream.of(
                        refused("5 MB", file, text("a,b;c: d\n".repeat(600_000))),
                        refused("a million lines", file, text("a:\n".repeat(1_000_000))),
                        refused("a million lines behind its own", file, text(textOf(file) + "x\n".repeat(1_000_000))),
                        refused("one line of a million letters", file, text("x".repeat(1_000_000)))));
    }

    private static void folderInPlace(Path at) throws IOException {
        Files.delete(at);
        Files.createDirectory(at);
    }

    private static void link(Path at, Path to) throws IOException {
        Files.delete(at);
        Files.createSymbolicLink(at, to);
    }

    private static Stream<HostileEdit> headings() {
        return Stream.of(DUTIES, LADDER)
                .flatMap(file -> Stream.concat(
                        table(file).headings().stream()
                                .map(heading -> refused(
                                        "heading misspelt: " + heading, file, heading(file, heading, heading + "x"))),
                        table(file).headings().stream()
                                .limit(DOUBLED_HEADINGS)
                                .map(heading -> refused(
                                        "heading doubled: " + heading,
                                        file,
                                        heading(file, heading, heading + "," + heading)))));
    }

    private static HostileEdit.Edit heading(String file, String before, String after) {
        List<String> headings = new ArrayList<>(table(file).headings());
        headings.set(headings.indexOf(before), after);
        String text = textOf(file);
        return text(String.join(",", headings) + text.substring(text.indexOf('\n')));
    }

    /** Each column gets some of the payloads, the next column the next ones. */
    private static Stream<HostileEdit> cells(String file, int row, int payloadsACell) {
        List<String> headings = table(file).headings();
        return IntStream.range(0, headings.size() * payloadsACell).mapToObj(i -> {
            String heading = headings.get(i / payloadsACell);
            String payload = PAYLOADS.get(i % PAYLOADS.size());
            HostileEdit.Edit edit = at -> Files.writeString(at, withCell(file, row, heading, payload));
            String name = "in a cell of " + heading + ": " + payload;
            return TEXTS.contains(heading) ? bounded(name, file, edit) : refused(name, file, edit);
        });
    }

    static String withCell(String file, int edited, String heading, String cell) {
        CsvTable table = table(file);
        StringBuilder text = new StringBuilder(String.join(",", table.headings())).append('\n');
        for (int i = 0; i < table.rows().size(); i++) {
            Map<String, String> cells = table.rows().get(i).cells();
            boolean isEdited = i == edited;
            text.append(table.headings().stream()
                            .map(each -> isEdited && each.equals(heading) ? cell : cells.getOrDefault(each, ""))
                            .map(each -> "\"" + each.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /** Bytes turned about at places that are the same in every run. */
    private static Stream<HostileEdit> flips() {
        Random random = new Random(881);
        return IntStream.range(0, FLIPS)
                .mapToObj(i -> {
                    String file = FILES.get(i % FILES.size());
                    byte[] flipped = shipped(file);
                    for (int j = 0; j <= i / 6; j++) {
                        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(7));
                    }
                    return bounded("bytes turned about, " + i, file, bytes(flipped));
                })
                .toList()
                .stream();
    }

    private static CsvTable table(String file) {
        return TABLES.computeIfAbsent(file, name -> CsvTable.read(name, shipped(name), new Problems()));
    }

    static String textOf(String file) {
        return new String(shipped(file), StandardCharsets.UTF_8);
    }

    private static byte[] shipped(String file) {
        try {
            return Files.readAllBytes(SHIPPED.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
