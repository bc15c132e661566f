package vn.dondoc.config;

import java.util.Map;

/**
 * The office that follows the plan up: it signs the letters, gets the reports, and is told of what no unit answers.
 *
 * @param name as a letter names it ("Sở Nội vụ")
 * @param fullName with its province, on the page of the letters' links
 * @param above whom it is under, at the head of official letters
 * @param symbol what the numbers of its documents end in ("SNV-CCHC")
 * @param place that its letters are dated from
 * @param contact title of those in the units who get a copy and the quarterly form; the unit's name follows it
 */
public record OfficeConfiguration(
        String name, String fullName, String above, String symbol, String place, String contact) {

    static OfficeConfiguration read(SettingReader office) {
        return new OfficeConfiguration(
                office.text("name", "Sở Nội vụ"),
                office.text("fullName", "Sở Nội vụ tỉnh Quảng Ngãi"),
                office.text("above", "UBND tỉnh Quảng Ngãi"),
                office.text("symbol", "SNV-CCHC"),
                office.text("place", "Quảng Ngãi"),
                office.text("contact", "Đầu mối cải cách hành chính"));
    }

    void listInto(Map<String, String> settings) {
        settings.put("office.name", name);
        settings.put("office.fullName", fullName);
        settings.put("office.above", above);
        settings.put("office.symbol", symbol);
        settings.put("office.place", place);
        settings.put("office.contact", contact);
    }
}
