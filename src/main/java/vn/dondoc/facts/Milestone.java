package vn.dondoc.facts;

/** What makes a duty done. For {@code SUBMITTED} the unit is done when it has submitted; issuing is another's act. */
public enum Milestone {
    SUBMITTED("trình"),
    ISSUED("ban hành"),
    CARRIED_OUT("thực hiện"),
    REPORTED("báo cáo"),
    NUMBER_REACHED("đạt số");

    private final String word;

    Milestone(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
