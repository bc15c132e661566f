package vn.dondoc.letters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Level;
import vn.dondoc.facts.Registry;
import vn.dondoc.findings.Finding;
import vn.dondoc.findings.State;
import vn.dondoc.letters.LetterSettings.Office;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Digest.UnitLine;

/**
 * The words of the official letters that are drafted for the units that a date has passed by; in Vietnamese whatever the
 * digest is in, as official letters are.
 */
final class DraftView {
    private static final Words WORDS = Words.in(Language.VI);
    private static final int MOST_UNITS = 10;
    private static final int MOST_DUTIES = 30;
    private static final int MOST_OF_NAME = 40;

    private DraftView() {}

    /** Departments and districts with a duty that is violated, overdue or past its mark, the worst first. */
    static List<Agency> lateUnits(Digest digest, Registry registry) {
        return digest.mustAct().stream()
                .filter(UnitLine::isLate)
                .map(UnitLine::agency)
                .filter(unit -> unit.level() != Level.COMMUNE || registry.isCommuneWithoutDistrict(unit, digest.day()))
                .limit(MOST_UNITS)
                .toList();
    }

    /**
     * @param frame as {@link Frame#of} gives it in Vietnamese
     * @param office that sends the letter
     */
    static Map<String, Object> of(Agency unit, Digest digest, Map<String, Object> frame, Office office) {
        List<Finding> late = digest.open().stream()
                .filter(finding -> finding.key().agency().equals(unit.id()) && isLate(finding))
                .toList();
        Map<String, Object> words = new LinkedHashMap<>();
        for (String name : List.of("office", "citation", "planName", "updated", "day")) {
            words.put(name, String.valueOf(frame.get(name)));
        }
        words.put("officeInCapitals", office.name().toUpperCase(Locale.ROOT));
        words.put("aboveInCapitals", office.above().toUpperCase(Locale.ROOT));
        words.put("symbol", office.symbol());
        words.put("place", office.place());
        words.put("unit", unit.name());
        words.put("year", String.valueOf(digest.day().getYear()));
        words.put("summary", new StateCounts(late, WORDS).duties());
        words.put("notes", notes(unit, digest, late));
        words.put("duties", duties(late));
        return CleanText.of(words);
    }

    /** "don-doc-ubnd-huyen-binh-son-2018-01-08.docx". */
    static String fileName(Agency unit, Digest digest) {
        String plain = Normalizer.normalize(unit.name().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String shortened = plain.substring(0, Math.min(MOST_OF_NAME, plain.length()));
        return "don-doc-" + (shortened.isEmpty() ? unit.id() : shortened) + "-" + digest.day() + ".docx";
    }

    private static boolean isLate(Finding finding) {
        return finding.state() == State.VIOLATED || finding.state() == State.OVERDUE;
    }

    private static String notes(Agency unit, Digest digest, List<Finding> late) {
        List<String> notes = new ArrayList<>();
        if (late.size() > MOST_DUTIES) {
            notes.add("Bảng dưới đây ghi " + MOST_DUTIES + " nhiệm vụ chậm nhất.");
        }
        List<Finding> ofCommunes = digest.open().stream()
                .filter(finding -> finding.obligation().agency().parent().equals(unit.id()) && isLate(finding))
                .toList();
        if (!ofCommunes.isEmpty()) {
            notes.add("Ngoài ra, các xã, phường, thị trấn trực thuộc còn " + new StateCounts(ofCommunes, WORDS).duties()
                    + ".");
        }
        if (late.stream().anyMatch(Finding::assumed)) {
            notes.add("Ngày có ghi “giả định” là mốc theo dõi, Quyết định không ấn định thời hạn.");
        }
        return String.join(" ", notes);
    }

    private static List<Object> duties(List<Finding> late) {
        List<Object> duties = new ArrayList<>();
        for (Finding finding : late.stream().limit(MOST_DUTIES).toList()) {
            Map<String, Object> duty = new LinkedHashMap<>();
            duty.put("number", String.valueOf(duties.size() + 1));
            duty.put("code", finding.key().duty());
            duty.put("task", finding.obligation().duty().text());
            duty.put("clause", Clause.wordsOf(finding.obligation().duty().clause()));
            duty.put("period", finding.obligation().period().inWords());
            duty.put(
                    "due",
                    DueWords.of(finding, finding.obligation().asOf(), WORDS).date());
            duty.put("state", CleanText.capitalise(finding.stateInWords()));
            duty.put("lacking", new MissingWords(WORDS).of(finding));
            duties.add(duty);
        }
        return duties;
    }
}
