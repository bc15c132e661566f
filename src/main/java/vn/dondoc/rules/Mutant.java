package vn.dondoc.rules;

import java.util.function.Supplier;

/**
 * One small change of a rule file.
 *
 * @param file name of the file
 * @param line its line
 * @param subject whom the line is about: id of a duty or rung, name of a target's rule, key of {@code plan.yaml}
 * @param duty id of the duty that alone can be judged otherwise; empty when any can
 * @param kind word of that duty's kind; empty where nothing says it
 * @param cell heading of the cell; of a sentence "câu"
 * @param before the whole cell, sentence or value
 * @param after what stands there instead; empty when it is left out
 * @param content the whole changed file
 */
record Mutant(
        String file,
        int line,
        String subject,
        String duty,
        String kind,
        String cell,
        String before,
        String after,
        Supplier<byte[]> content) {

    private static final String LEFT_OUT = "(bỏ)";

    /** "duties.csv, dòng 31, “Hạn” của “III.1-03”: 31/12 → 30/12". */
    String words() {
        return words(file, line, subject, cell, before, after);
    }

    String afterInWords() {
        return after.isEmpty() ? LEFT_OUT : after;
    }

    static String words(String file, int line, String subject, String cell, String before, String after) {
        return file + ", dòng " + line + ", “" + cell + "” của “" + subject + "”: "
                + (before.isEmpty() ? "(trống)" : before) + " → " + (after.isEmpty() ? LEFT_OUT : after);
    }
}
