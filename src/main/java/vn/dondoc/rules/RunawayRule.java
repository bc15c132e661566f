package vn.dondoc.rules;

/** A rule did not come to an end and was stopped; the message names it, in Vietnamese. */
public final class RunawayRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String message;

    private RunawayRule(String rule, String message) {
        super(message);
        this.message = message;
        this.rule = rule;
    }

    static RunawayRule afterFirings(String rule, int firings) {
        return new RunawayRule(rule, "quy tắc “" + rule + "” chạy không dừng, bị ngắt sau " + firings + " lần");
    }

    static RunawayRule pastDeadline(String rule) {
        return new RunawayRule(rule, "các quy tắc chạy quá lâu, bị ngắt ở quy tắc “" + rule + "”");
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** The rule that was stopped. */
    public String rule() {
        return rule;
    }
}
