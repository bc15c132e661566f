package vn.dondoc.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.dondoc.reading.VietnameseText;

/** What a target counts. {@code code} stands in JSON ("of"), {@code words} in the sentences of the rules. */
public enum Counted {
    PROVINCIAL_BODIES("provincial-bodies", "cơ quan nhà nước cấp tỉnh", List.of(AgencyGroup.DEPARTMENTS)),
    DISTRICTS("districts", "cơ quan nhà nước cấp huyện", List.of(AgencyGroup.DISTRICTS)),
    COMMUNES("communes", "xã, phường, thị trấn", List.of(AgencyGroup.COMMUNES)),
    COMMUNES_AND_ZONES("communes-and-zones", "xã, phường, đặc khu", List.of(AgencyGroup.COMMUNES_AND_ZONES)),
    AGENCIES_AND_DISTRICTS(
            "agencies-and-districts",
            "cơ quan chuyên môn cấp tỉnh và đơn vị hành chính cấp huyện",
            List.of(AgencyGroup.SPECIALISED, AgencyGroup.DISTRICTS)),
    STAFF("staff", "biên chế", List.of()),
    COST("cost", "chi phí tuân thủ", List.of()),
    TIME("time", "thời gian giải quyết", List.of()),
    SERVICES("services", "dịch vụ công trực tuyến", List.of()),
    FILES("files", "hồ sơ", List.of()),
    RANK("rank", "thứ hạng", List.of());

    private final String code;
    private final String words;
    private final List<AgencyGroup> groups;

    Counted(String code, String words, List<AgencyGroup> groups) {
        this.code = code;
        this.words = words;
        this.groups = groups;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** Whether the registry knows how many there are, so that items can be counted against it. */
    public boolean isOfUnits() {
        return !groups.isEmpty();
    }

    public boolean has(Agency agency) {
        return groups.stream().anyMatch(group -> group.has(agency));
    }

    /** A cut: the numerator is what was saved and may be negative. */
    public boolean isCut() {
        return this == STAFF || this == COST || this == TIME;
    }

    public static Optional<Counted> named(String words) {
        String key = VietnameseText.key(words);
        return Arrays.stream(values())
                .filter(counted -> counted.words.equals(key))
                .findFirst();
    }

    public static List<String> allWords() {
        return Arrays.stream(values()).map(Counted::words).toList();
    }
}
