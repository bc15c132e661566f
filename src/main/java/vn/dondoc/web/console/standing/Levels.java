package vn.dondoc.web.console.standing;

import vn.dondoc.facts.Level;
import vn.dondoc.web.console.Words;

/** What the levels of units are called. */
public final class Levels {
    private Levels() {}

    public static String one(Level level, Words words) {
        return switch (level) {
            case PROVINCE -> words.of("tỉnh", "province");
            case DEPARTMENT -> words.of("sở, ban, ngành", "department");
            case POLICE -> words.of("công an", "police");
            case DISTRICT -> words.of("cấp huyện", "district");
            case COMMUNE -> words.of("cấp xã", "commune");
        };
    }

    static String many(Level level, Words words) {
        return switch (level) {
            case PROVINCE -> words.of("Tỉnh", "Province");
            case DEPARTMENT -> words.of("Sở, ban, ngành", "Departments");
            case POLICE -> words.of("Công an", "Police");
            case DISTRICT -> words.of("Huyện, thành phố", "Districts");
            case COMMUNE -> words.of("Xã, phường, thị trấn", "Communes");
        };
    }
}
