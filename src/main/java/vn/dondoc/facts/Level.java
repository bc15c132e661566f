package vn.dondoc.facts;

/** Where a unit stands in the province; the word is the one of {@code agencies.csv}. */
public enum Level {
    PROVINCE("tỉnh"),
    DEPARTMENT("sở"),
    POLICE("công an"),
    DISTRICT("huyện"),
    COMMUNE("xã");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
