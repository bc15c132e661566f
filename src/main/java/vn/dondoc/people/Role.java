package vn.dondoc.people;

import java.util.Optional;
import java.util.stream.Stream;

/** As what a person uses the console. */
public enum Role {
    /** Reads everything, changes nothing. */
    LEADER("lanh-dao", "lãnh đạo", "leader"),
    /** Rules, units, schedules, people; reads everything. */
    ADMINISTRATOR("quan-tri", "quản trị", "administrator"),
    /** An officer of Sở Nội vụ: the reports of every unit, and what is agreed with them. */
    OFFICER("can-bo", "cán bộ Sở Nội vụ", "officer of Sở Nội vụ"),
    /** The contact of a unit: its own reports and, for a district, those of its communes. */
    CONTACT("dau-moi", "đầu mối đơn vị", "contact of a unit");

    private final String code;
    private final String words;
    private final String english;

    Role(String code, String words, String english) {
        this.code = code;
        this.words = words;
        this.english = english;
    }

    /** As commands and forms name it. */
    public String code() {
        return code;
    }

    /** The one so named; empty when there is none. */
    public static Optional<Role> named(String code) {
        return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
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
