package vn.dondoc.rules;

import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.SentenceLine.Kind;

/** Follows the four keywords through a file: quy tắc, khi, thì, kết thúc, each in its turn and with a sentence after it. */
final class RuleOutline {
    private enum Part {
        OUTSIDE,
        NAMED,
        WHEN,
        THEN
    }

    private final String file;
    private final Problems problems;
    private Part part = Part.OUTSIDE;
    private int openedOn;
    private int conditions;
    private int demands;

    RuleOutline(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param form the sentence that the line is; null when it is none of the language, or a keyword */
    void take(SentenceLine line, @Nullable SentenceForm form) {
        switch (line.kind()) {
            case RULE -> open(line);
            case WHEN -> when(line);
            case THEN -> then(line);
            case END -> close(line);
            case SENTENCE -> sentence(line, form);
            case NOTHING -> {}
        }
    }

    /** The end of the file. */
    void finish() {
        if (part != Part.OUTSIDE) {
            refuse(openedOn, "quy tắc thiếu “kết thúc”", "thêm dòng “kết thúc” sau câu cuối của quy tắc");
        }
    }

    private void open(SentenceLine line) {
        finish();
        part = Part.NAMED;
        openedOn = line.number();
        conditions = 0;
        demands = 0;
    }

    private void when(SentenceLine line) {
        if (part == Part.OUTSIDE) {
            outside(line);
        } else if (part != Part.NAMED) {
            twice(line, "khi");
        }
        part = Part.WHEN;
        openedOn = openedOn == 0 ? line.number() : openedOn;
    }

    private void then(SentenceLine line) {
        if (part == Part.OUTSIDE) {
            outside(line);
        } else if (part == Part.THEN) {
            twice(line, "thì");
        } else if (part == Part.NAMED) {
            missing(line, Kind.WHEN);
        }
        part = Part.THEN;
    }

    private void close(SentenceLine line) {
        if (part == Part.OUTSIDE) {
            outside(line);
            return;
        }
        if (part == Part.NAMED) {
            missing(line, Kind.WHEN);
        } else if (part == Part.WHEN) {
            missing(line, Kind.THEN);
        } else if (conditions == 0 || demands == 0) {
            refuse(
                    openedOn,
                    "quy tắc không có câu nào sau “" + (conditions == 0 ? "khi" : "thì") + "”",
                    "thêm câu, xem rules/README.md");
        }
        part = Part.OUTSIDE;
    }

    private void sentence(SentenceLine line, @Nullable SentenceForm form) {
        conditions += part == Part.WHEN ? 1 : 0;
        demands += part == Part.THEN ? 1 : 0;
        if (part == Part.OUTSIDE) {
            outside(line);
        } else if (part == Part.NAMED) {
            refuse(line.number(), "câu đứng trước “khi”", "đặt câu sau dòng “khi” hoặc dòng “thì”");
        } else if (form != null && form.isCondition() != (part == Part.WHEN)) {
            refuse(
                    line.number(),
                    "câu “" + form.form() + "” đứng sau “" + (part == Part.WHEN ? "khi" : "thì") + "”",
                    "đặt câu này sau dòng “" + form.half() + "”");
        } else if (part == Part.WHEN && conditions > 1) {
            refuse(line.number(), "quy tắc có hai câu điều kiện", "mỗi quy tắc nói về một chỉ tiêu");
        }
    }

    private void outside(SentenceLine line) {
        refuse(
                line.number(),
                "“" + line.text() + "” nằm ngoài quy tắc",
                "mỗi quy tắc bắt đầu bằng dòng quy tắc \"tên\"; ghi chú bắt đầu bằng dấu #");
    }

    private void twice(SentenceLine line, String keyword) {
        refuse(
                line.number(),
                "quy tắc mở ở dòng " + openedOn + " có hai dòng “" + keyword + "”",
                "bỏ một dòng; quy tắc trước phải có dòng “kết thúc”");
    }

    private void missing(SentenceLine line, Kind keyword) {
        String word = keyword == Kind.WHEN ? "khi" : "thì";
        refuse(
                line.number(),
                "quy tắc mở ở dòng " + openedOn + " thiếu dòng “" + word + "”",
                "thêm dòng “" + word + "” trước dòng này");
    }

    private void refuse(int line, String message, String hint) {
        problems.add(file + ", dòng " + line, message, hint);
    }
}
