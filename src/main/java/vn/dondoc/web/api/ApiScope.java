package vn.dondoc.web.api;

/** What a token lets a program do. {@code code} stands in the document of the interface. */
public enum ApiScope {
    REPORT("report"),
    READ("read"),
    RULES("rules");

    private final String code;

    ApiScope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
