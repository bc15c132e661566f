package vn.dondoc.letters;

import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.ParserException;
import io.pebbletemplates.pebble.error.PebbleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problem;

/** Puts the engine's complaints about templates into the words of whoever edits them, with file and line. */
final class TemplateMistakes {
    private static final Pattern UNKNOWN_FUNCTION = Pattern.compile("Function or Macro \\[(.+?)] does not exist.*");
    private static final Pattern UNKNOWN_FILE = Pattern.compile("Could not find template \"(.*)\"");

    private final Map<String, String> files;

    TemplateMistakes(Map<String, String> files) {
        this.files = files;
    }

    /** @param known every name that may stand in the template */
    Problem of(String template, Throwable thrown, Set<String> known) {
        if (thrown instanceof StackOverflowError) {
            return new Problem(template, "mẫu thư gọi chính nó, không dừng", "bỏ lệnh include lặp vòng");
        }
        List<PebbleException> mistakes = chain(thrown);
        if (mistakes.isEmpty()) {
            return new Problem(template, "không dựng được thư (" + thrown.getMessage() + ")", "xem mẫu gốc");
        }
        // the innermost complaint says what is wrong; those around it only where it was met
        PebbleException mistake = mistakes.get(mistakes.size() - 1);
        return new Problem(place(template, mistakes), message(mistake), hint(mistake, known));
    }

    private static List<PebbleException> chain(Throwable thrown) {
        List<PebbleException> mistakes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PebbleException mistake) {
                mistakes.add(mistake);
            }
        }
        return mistakes;
    }

    private String place(String template, List<PebbleException> mistakes) {
        String place = template;
        for (PebbleException mistake : mistakes) {
            if (mistake.getLineNumber() != null) {
                String file = mistake.getFileName() == null ? template : mistake.getFileName();
                place = file + ", dòng " + mistake.getLineNumber();
            }
        }
        PebbleException innermost = mistakes.get(mistakes.size() - 1);
        return misplaced(innermost).flatMap(words -> lineWith(words, template)).orElse(place);
    }

    /** For two mistakes the engine names another file or none: the words to look for instead. */
    private static Optional<String> misplaced(PebbleException mistake) {
        Matcher function = UNKNOWN_FUNCTION.matcher(mistake.getPebbleMessage());
        if (function.matches()) {
            return Optional.of(function.group(1) + "(");
        }
        Matcher file = UNKNOWN_FILE.matcher(mistake.getPebbleMessage());
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }

    private Optional<String> lineWith(String words, String template) {
        List<String> order = new ArrayList<>(List.of(template));
        order.addAll(files.keySet());
        for (String name : order) {
            List<String> lines = files.getOrDefault(name, "").lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(words)) {
                    return Optional.of(name + ", dòng " + (i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static String message(PebbleException mistake) {
        if (mistake instanceof AttributeNotFoundException unknown) {
            return "không có mục “" + unknown.getAttributeName() + "”";
        }
        if (mistake instanceof LoaderException) {
            return "gọi một tệp không có trong thư mục mẫu thư";
        }
        if (mistake instanceof ParserException) {
            return "viết sai cú pháp mẫu (" + mistake.getPebbleMessage() + ")";
        }
        return "không dùng được lệnh này (" + mistake.getPebbleMessage() + ")";
    }

    private static String hint(PebbleException mistake, Set<String> known) {
        if (mistake instanceof AttributeNotFoundException unknown) {
            return Nearest.hint(unknown.getAttributeName(), known);
        }
        if (mistake instanceof LoaderException) {
            return "ghi tên tệp kèm thư mục con, ví dụ \"words/answer.peb\"";
        }
        return "xem mẫu gốc đi kèm chương trình";
    }
}
