package vn.dondoc.people;

/** As what a person uses the console. */
public enum Role {
    /** Reads everything, changes nothing. */
    LEADER("lãnh đạo", "leader"),
    /** Rules, units, schedules, people; reads everything. */
    ADMINISTRATOR("quản trị", "administrator"),
    /** An officer of Sở Nội vụ: the reports of every unit, and what is agreed with them. */
    OFFICER("cán bộ Sở Nội vụ", "officer of Sở Nội vụ"),
    /** The contact of a unit: its own reports and, for a district, those of its communes. */
    CONTACT("đầu mối đơn vị", "contact of a unit");

    private final String words;
    private final String english;

    Role(String words, String english) {
        this.words = words;
        this.english = english;
    }

    /** For readers, in Vietnamese. */
    public String words() {
        return words;
    }

    /** For readers of the English pages. */
    public String english() {
        return english;
    }
}
