package vn.dondoc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.dondoc.outbox.Attachment;

/** Where the answers to submitted files are written: a file for a single one, a folder for several. */
final class AnswerFiles {
    private final CommandSpec spec;
    private final @Nullable Path place;
    private final List<Path> submitted;

    /** Refuses a place that is a submitted file, or one file for several answers, before anything is taken. */
    AnswerFiles(CommandSpec spec, @Nullable Path place, List<Path> submitted) {
        this.spec = spec;
        this.place = place;
        this.submitted = submitted;
        if (place != null && !isFolder(place)) {
            if (submitted.size() > 1) {
                throw refusal("Gửi nhiều tệp thì --answer là thư mục, không phải một tệp .xlsx.");
            }
            if (isSubmitted(place)) {
                throw refusal("Bảng trả lời không được ghi đè tệp đã gửi " + place + "; chọn tên khác.");
            }
        }
    }

    /** @return the files, in the order of the answers */
    List<Path> write(List<Attachment> answers) {
        List<Path> written = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (Attachment answer : answers) {
            Path file = fileOf(answer, taken);
            try {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                written.add(Files.write(file, answer.content()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException("Không ghi được " + file, unwritable);
            }
        }
        return written;
    }

    private Path fileOf(Attachment answer, Set<Path> taken) {
        if (place == null || !isFolder(place)) {
            return place == null ? Path.of(answer.name()) : place;
        }
        Path file = place.resolve(answer.name());
        for (int again = 2; isSubmitted(file) || !taken.add(file); again++) {
            file = place.resolve(answer.name().replace(".xlsx", "-" + again + ".xlsx"));
        }
        return file;
    }

    private static boolean isFolder(Path place) {
        return Files.isDirectory(place)
                || !String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private boolean isSubmitted(Path file) {
        Path sought = file.toAbsolutePath().normalize();
        return submitted.stream()
                .anyMatch(original -> original.toAbsolutePath().normalize().equals(sought));
    }

    private CommandLine.ParameterException refusal(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }
}
