package vn.dondoc.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.dondoc.reading.VietnameseText;

/** The Decision's ways of naming many units at once, as they are written in the tables. */
public enum AgencyGroup {
    DEPARTMENTS("Các sở, ban, ngành", agency -> agency.level() == Level.DEPARTMENT),
    SPECIALISED("Các cơ quan chuyên môn", Agency::isSpecialised),
    DISTRICTS("Các huyện, thành phố", agency -> agency.level() == Level.DISTRICT),
    LOWLAND_DISTRICTS("Các huyện đồng bằng", agency -> agency.level() == Level.DISTRICT && agency.isLowland()),
    MOUNTAIN_DISTRICTS(
            "Các huyện miền núi",
            agency -> agency.level() == Level.DISTRICT && agency.groups().contains("miền núi")),
    COMMUNES("Các xã, phường, thị trấn", agency -> agency.level() == Level.COMMUNE),
    /** The same since 01/07/2025, when districts and townships ended. */
    COMMUNES_AND_ZONES("Các xã, phường, đặc khu", agency -> agency.level() == Level.COMMUNE);

    private final String words;
    private final Predicate<Agency> members;

    AgencyGroup(String words, Predicate<Agency> members) {
        this.words = words;
        this.members = members;
    }

    public String words() {
        return words;
    }

    public boolean has(Agency agency) {
        return members.test(agency);
    }

    public static Optional<AgencyGroup> named(String words) {
        String key = VietnameseText.key(words);
        return Arrays.stream(values())
                .filter(group -> VietnameseText.key(group.words).equals(key))
                .findFirst();
    }

    public static List<String> allWords() {
        return Arrays.stream(values()).map(AgencyGroup::words).toList();
    }
}
