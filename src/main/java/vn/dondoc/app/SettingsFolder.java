package vn.dondoc.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.dondoc.audit.Act;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.Author;
import vn.dondoc.flow.Entered;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;
import vn.dondoc.rules.RuleFiles;
import vn.dondoc.store.AuditLog;
import vn.dondoc.web.console.calendar.SettingsFiles;

/**
 * A folder of {@code .yaml} files edited from the console. A text is tried in a copy of the whole folder first; the file that
 * it replaces is kept.
 */
final class SettingsFolder implements SettingsFiles {
    private static final String REPLACED = ".da-thay";
    private static final int LONGEST = 64 << 10;
    private static final int MARK_DIGITS = 16;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss-SSS").withZone(VietnamTime.ZONE);

    private final Path folder;
    private final String newNames;
    private final BiConsumer<Path, Problems> reader;
    private final AuditLog audit;
    private final Runnable taken;

    /**
     * @param newNames names that a new file may have, as a pattern
     * @param reader reads such a folder as the program does, and says what is wrong with it
     * @param taken told when a file was written
     */
    SettingsFolder(Path folder, String newNames, BiConsumer<Path, Problems> reader, AuditLog audit, Runnable taken) {
        this.folder = folder;
        this.newNames = newNames;
        this.reader = reader;
        this.audit = audit;
        this.taken = taken;
    }

    @Override
    public List<String> names() {
        return yamlFiles().stream().map(file -> file.getFileName().toString()).toList();
    }

    private List<Path> yamlFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<String> text(String name) {
        return yamlFiles().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .map(file -> new String(bytes(file), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String markOf(String name) {
        return text(name)
                .map(text ->
                        RuleFiles.hashOf(text.getBytes(StandardCharsets.UTF_8)).substring(0, MARK_DIGITS))
                .orElse("");
    }

    @Override
    public List<Problem> check(String name, String text) {
        if (!names().contains(name) && !name.matches(newNames)) {
            return List.of(new Problem(name, "không có tệp này", "chọn một tệp trong danh sách"));
        }
        if (text.length() > LONGEST) {
            return List.of(new Problem(
                    name, "tệp lớn quá " + (LONGEST >> 10) + " KB", "kiểm tra có dán nhầm nội dung khác không"));
        }
        Problems problems = new Problems();
        Path copy = copyWith(name, tidied(text));
        try {
            reader.accept(copy, problems);
        } finally {
            remove(copy);
        }
        return problems.list();
    }

    private static String tidied(String text) {
        return VietnameseText.compose(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private Path copyWith(String name, String text) {
        try {
            Path copy = Files.createTempDirectory("dondoc-");
            for (Path file : yamlFiles()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
            Files.writeString(copy.resolve(name), text);
            return copy;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(Path copy) {
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public synchronized Entered<String> write(String name, String seen, String text, String author, Instant at) {
        if (!markOf(name).equals(seen)) {
            return Entered.refused(List.of(new Problem(
                    name,
                    "tệp đã được người khác sửa sau khi mở trang này",
                    "mở lại trang để thấy bản mới, rồi sửa lại")));
        }
        List<Problem> problems = check(name, text);
        if (!problems.isEmpty()) {
            return Entered.refused(problems);
        }
        try {
            put(name, tidied(text), at);
        } catch (IOException unwritable) {
            return Entered.refused(List.of(new Problem(
                    folder.resolve(name).toString(),
                    "không ghi được tệp",
                    "kiểm tra quyền ghi của chương trình đối với thư mục này")));
        }
        audit.add(at, Author.of(author), Act.SETTINGS_EDITED, folder.getFileName() + "/" + name, "");
        taken.run();
        return Entered.stored(name);
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return free;
    }

    private void put(String name, String text, Instant at) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            Files.createDirectories(folder.resolve(REPLACED));
            Files.copy(file, free(folder.resolve(REPLACED).resolve(name + "-" + STAMP.format(at))));
        }
        Path fresh = Files.createTempFile(folder, ".moi", "");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
