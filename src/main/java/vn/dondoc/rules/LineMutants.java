package vn.dondoc.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseNumber;

/** Small changes of the files that are read line by line: {@code *.dslr} and {@code plan.yaml}. */
final class LineMutants {
    private static final Pattern RULE = Pattern.compile("quy tắc\\s+\"(.+)\"");
    private static final Pattern TARGET = Pattern.compile("Chỉ tiêu \"(.+)\"");
    /** A date in quotes, other words in quotes (passed over), a percentage or a number. */
    private static final Pattern VALUE =
            Pattern.compile("\"(\\d{1,2}/\\d{1,2}(?:/\\d{4})?)\"|\"[^\"]*\"|(\\d+(?:,\\d{1,2})?)(%?)");

    private static final Pattern KEY = Pattern.compile("\\s*(\\w+):\\s*(\\S.*?)\\s*(?:#.*)?");

    private final String file;
    private final List<String> lines;
    private final List<Mutant> mutants = new ArrayList<>();

    private LineMutants(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** Every number and date of the sentences changed, and every sentence of a "thì" left out. */
    static List<Mutant> ofSentences(String file, String text) {
        LineMutants found = new LineMutants(file, text);
        String rule = "";
        String duty = "";
        boolean then = false;
        for (int i = 0; i < found.lines.size(); i++) {
            String line = found.lines.get(i).strip();
            Matcher named = RULE.matcher(line);
            Matcher target = TARGET.matcher(line);
            if (named.matches()) {
                rule = named.group(1);
            } else if (target.matches()) {
                duty = target.group(1);
            } else if (line.equals("thì") || line.equals("kết thúc")) {
                then = line.equals("thì");
            } else if (then && !line.isEmpty() && !line.startsWith("#")) {
                found.changeValues(i, rule, duty, "câu", line);
                found.add(i, rule, duty, "câu", line, "");
            }
        }
        return found.mutants;
    }

    /** Every number and date of the plan changed; names and titles stay. */
    static List<Mutant> ofPlan(String file, String text) {
        LineMutants found = new LineMutants(file, text);
        for (int i = 0; i < found.lines.size(); i++) {
            Matcher key = KEY.matcher(found.lines.get(i));
            if (key.matches() && !key.group(2).startsWith("#")) {
                found.changeValues(i, key.group(1), "", "giá trị", key.group(2));
            }
        }
        return found.mutants;
    }

    private void changeValues(int line, String subject, String duty, String cell, String text) {
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            for (String other : changesOf(value.toMatchResult())) {
                String after = text.substring(0, value.start()) + other + text.substring(value.end());
                add(line, subject, duty, cell, text, after);
            }
        }
    }

    private void add(int line, String subject, String duty, String cell, String before, String after) {
        String whole = lines.get(line);
        List<String> changed = new ArrayList<>(lines);
        changed.set(line, whole.replace(before, after));
        mutants.add(new Mutant(
                file,
                line + 1,
                subject,
                duty,
                "",
                cell,
                before,
                after,
                () -> (String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> changesOf(MatchResult value) {
        if (value.group(1) != null) {
            return ChangedDates.shifted(value.group(1)).stream()
                    .map(date -> "\"" + date + "\"")
                    .toList();
        }
        if (value.group(2) == null) {
            return List.of();
        }
        return value.group(3).isEmpty() ? Neighbours.ofNumber(value.group(2)) : changesOfShare(value.group(2));
    }

    private static List<String> changesOfShare(String percent) {
        int hundredths = VietnameseNumber.readPercent(percent).orElseThrow();
        return List.of(hundredths - 100, hundredths - 1, hundredths + 1, hundredths + 100).stream()
                .filter(other -> other > 0)
                .map(VietnameseNumber::percent)
                .toList();
    }
}
