package vn.dondoc.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseText;

/** Takes every template of a folder into memory, under its path in the folder, so that nothing outside can be included. */
final class TemplateFolder {
    static final String SUFFIX = ".peb";
    private static final int MOST_BYTES = 200_000;

    private TemplateFolder() {}

    static Map<String, String> read(Path folder, Problems problems) {
        Map<String, String> templates = new TreeMap<>();
        for (Path file : filesOf(folder, problems)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            String text = textOf(file, name, problems);
            if (!text.isBlank()) {
                templates.put(name, text);
            }
        }
        return templates;
    }

    private static List<Path> filesOf(Path folder, Problems problems) {
        // links are not followed: what a template may include lies in the folder itself
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isOfAnotherLanguage(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(
                    folder.toString(),
                    "không đọc được thư mục mẫu thư",
                    "thư mục phải có các tệp *.txt.peb, *.html.peb");
            return List.of();
        }
    }

    private static boolean isOfAnotherLanguage(Path file) {
        return Arrays.stream(Language.values()).map(Language::code).anyMatch(file::startsWith);
    }

    private static String textOf(Path file, String name, Problems problems) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(name, "tệp lớn hơn " + MOST_BYTES + " byte", "rút gọn mẫu thư");
                return "";
            }
            return withoutLineEndsOfComments(VietnameseText.decode(Files.readAllBytes(file)));
        } catch (CharacterCodingException notUtf8) {
            problems.add(name, "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8");
        } catch (IOException unreadable) {
            problems.add(name, "không đọc được tệp", "kiểm tra quyền đọc");
        }
        return "";
    }

    /**
     * The engine prints the line end that follows a comment, and the last one of a file. The first moves into the
     * comment, so that every line keeps its number; the second goes, so that a sentence can be included inside a line.
     */
    private static String withoutLineEndsOfComments(String text) {
        return text.replaceAll("#\\}\\R", "\n#}").stripTrailing();
    }
}
