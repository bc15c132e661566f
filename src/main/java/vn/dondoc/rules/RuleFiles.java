package vn.dondoc.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dondoc.reading.CsvTable;
import vn.dondoc.reading.Decoding;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.YamlSection;

/**
 * The files that a plan's rules are made of, read once: what is hashed, compiled and kept are the same bytes, whatever is
 * saved over them meanwhile.
 */
public final class RuleFiles {
    /** The grammar of the sentences, beside the plans. */
    static final String LANGUAGE = "vietnamese.dsl";

    /** Which changes of the rules no example can notice, and why. */
    static final String EQUIVALENTS = "equivalents.yaml";

    private static final String CASES = ".cases.yaml";
    private static final int VERSION_DIGITS = 12;
    private static final int MOST_FILES = 60;
    static final long MOST_BYTES = 4L << 20;

    private final String plan;
    private final SortedMap<String, byte[]> contents;

    private RuleFiles(String plan, SortedMap<String, byte[]> contents) {
        this.plan = plan;
        this.contents = Collections.unmodifiableSortedMap(contents);
    }

    /**
     * Files kept elsewhere, for instance those of a version in force.
     *
     * @param contents by path within {@code rules/}, {@code /} between folder and file
     */
    public static RuleFiles of(String plan, Map<String, byte[]> contents) {
        return new RuleFiles(plan, new TreeMap<>(contents));
    }

    /** What the administrators' folder holds now. What is missing or unreadable becomes a problem. */
    public static RuleFiles in(Path folder, String plan, Problems problems) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        Path planFolder = folder.resolve(plan);
        if (!Files.isDirectory(planFolder)) {
            problems.add(planFolder.toString(), "không có thư mục kế hoạch", "kiểm tra plan.folder trong dondoc.yaml");
            return new RuleFiles(plan, contents);
        }
        List<Path> files = ruleFilesIn(planFolder, problems);
        if (files.size() > MOST_FILES) {
            problems.add(planFolder.toString(), "có quá " + MOST_FILES + " tệp quy tắc", "gộp bớt tệp");
            return new RuleFiles(plan, contents);
        }
        Stream.concat(Stream.of(folder.resolve(LANGUAGE)), files.stream())
                .forEach(file -> read(file, folder, contents, problems));
        TableWorkbook.intoTables(contents, problems);
        return new RuleFiles(plan, contents);
    }

    private static List<Path> ruleFilesIn(Path planFolder, Problems problems) {
        try (Stream<Path> entries = Files.list(planFolder)) {
            return entries.filter(entry -> isRuleFile(String.valueOf(entry.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            problems.add(planFolder.toString(), "không đọc được thư mục", "kiểm tra quyền đọc");
            return List.of();
        }
    }

    static boolean isRuleFile(String name) {
        return !name.startsWith(".")
                && !name.startsWith("~")
                && (name.endsWith(".csv")
                        || name.endsWith(TableWorkbook.ENDING)
                        || name.endsWith(".dslr")
                        || name.endsWith(".yaml"));
    }

    private static void read(Path file, Path folder, Map<String, byte[]> contents, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(
                        name,
                        Files.isDirectory(file) ? "là thư mục, không phải tệp" : "không có tệp",
                        "chép lại tệp vào đúng chỗ");
            } else if (!isWithin(file, folder)) {
                problems.add(name, "là liên kết ra ngoài thư mục quy tắc", "chép tệp vào đúng chỗ");
            } else if (Files.size(file) > MOST_BYTES) {
                problems.add(name, "tệp lớn quá " + (MOST_BYTES >> 20) + " MB", "kiểm tra có chép nhầm tệp khác không");
            } else {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            problems.add(name, "không đọc được tệp", "kiểm tra quyền đọc");
        }
    }

    /** Whether every file, examples included, is the same. */
    public boolean isSameAs(RuleFiles other) {
        return plan.equals(other.plan) && mark().equals(other.mark());
    }

    /** Whether the examples, and what no example can notice, are the same. */
    public boolean hasSameExamples(RuleFiles other) {
        return hash(this::isAboutExamples).equals(other.hash(other::isAboutExamples));
    }

    /** Rules are quoted in letters and messages: no link may bring another file of the machine in. */
    private static boolean isWithin(Path file, Path folder) throws IOException {
        Path real = file.toRealPath();
        Path parent = file.getParent();
        return real.startsWith(folder.toRealPath()) || (parent != null && real.startsWith(parent.toRealPath()));
    }

    /** The name of the plan's folder. */
    public String plan() {
        return plan;
    }

    /** The bytes of every file by its path within {@code rules/}. */
    public Map<String, byte[]> contents() {
        return contents;
    }

    /**
     * A hash over every file that can change a verdict or a letter's timing, the first 12 hexadecimal digits: same content,
     * same version. Examples change neither; the language is the program's, whatever copy of it lies in the folder.
     */
    public String version() {
        return hash(name -> !isAboutExamples(name) && !name.equals(LANGUAGE)).substring(0, VERSION_DIGITS);
    }

    /** A hash over every file, examples included: what was read once need not be checked again. */
    public String mark() {
        return hash(any -> true);
    }

    private String hash(Predicate<String> counts) {
        MessageDigest digest = sha256();
        contents.forEach((name, bytes) -> {
            if (counts.test(name)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean isAboutExamples(String name) {
        return name.endsWith(CASES) || name.equals(plan + "/" + EQUIVALENTS);
    }

    /** The names of the plan's files, without their folder. */
    public List<String> names() {
        return named("");
    }

    /** The bytes of a file of the plan by its name without the folder; empty when there is no such file. */
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(contents.get(plan + "/" + name));
    }

    /** The same with another file of the plan in the place of one. */
    public RuleFiles with(String name, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.put(plan + "/" + name, content);
        return new RuleFiles(plan, changed);
    }

    /** The plan's files with such an ending, by name. */
    List<String> named(String ending) {
        return contents.keySet().stream()
                .filter(path -> path.startsWith(plan + "/") && path.endsWith(ending))
                .map(path -> path.substring(plan.length() + 1))
                .toList();
    }

    List<String> cases() {
        return named(CASES);
    }

    CsvTable table(String name, Problems problems) {
        byte[] bytes = contents.get(plan + "/" + name);
        if (bytes == null) {
            missing(name, problems);
            return new CsvTable(name, List.of(), List.of());
        }
        return TableCells.read(name, bytes, problems);
    }

    YamlSection yaml(String name, Problems problems) {
        return written(plan + "/" + name, problems)
                .map(text -> YamlSection.read(name, text, problems))
                .orElseGet(() -> YamlSection.unread(name));
    }

    /** A whole file as text; empty when it is missing or not UTF-8. */
    String text(String path, Problems problems) {
        return written(path, problems).orElse("");
    }

    /** The same; empty when it is missing or not UTF-8. */
    Optional<String> written(String path, Problems problems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] bytes = contents.get(path);
        if (bytes == null) {
            missing(name, problems);
            return Optional.empty();
        }
        return Decoding.textOf(name, bytes, "lưu lại tệp, chọn mã (Encoding) UTF-8", problems);
    }

    /** A file that the folder lacks; said once, also when the reading of the folder said it already. */
    private static void missing(String name, Problems problems) {
        if (problems.list().stream().noneMatch(problem -> problem.place().equals(name))) {
            problems.add(name, "không có tệp", "chép lại tệp vào thư mục kế hoạch");
        }
    }

    /** SHA-256 of a file, hexadecimal: what is kept once, however many versions have it. */
    public static String hashOf(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
