package vn.dondoc.letters;

import java.util.List;
import vn.dondoc.calendar.DueDate;
import vn.dondoc.enclosures.FindingsTable;
import vn.dondoc.facts.Clause;
import vn.dondoc.facts.Obligation;
import vn.dondoc.findings.Finding;

/** The open findings in the words of the attached table, which is in Vietnamese whatever the letter is in. */
final class FindingRows {
    private static final Words WORDS = Words.in(Language.VI);

    private FindingRows() {}

    static List<FindingsTable.Row> of(List<Finding> findings) {
        return findings.stream().map(FindingRows::row).toList();
    }

    private static FindingsTable.Row row(Finding finding) {
        Obligation obligation = finding.obligation();
        return new FindingsTable.Row(
                CleanText.of(obligation.agency().name()),
                obligation.duty().id(),
                CleanText.of(obligation.duty().text()),
                Clause.wordsOf(obligation.duty().clause()),
                CleanText.capitalise(obligation.period().inWords()),
                obligation.isDueBeforePlan() ? null : finding.due(),
                CleanText.capitalise(ground(finding)),
                CleanText.capitalise(finding.stateInWords()),
                CleanText.of(lacking(finding)));
    }

    private static String ground(Finding finding) {
        DueWords words = DueWords.of(finding, finding.obligation().asOf(), WORDS);
        DueDate hard = finding.obligation().hard();
        if (hard == null || finding.obligation().isDueBeforePlan()) {
            return words.date() + (words.ground().isEmpty() ? "" : "; " + words.ground());
        }
        return hard.assumed() ? "giả định" + (words.ground().isEmpty() ? "" : "; " + words.ground()) : words.ground();
    }

    private static String lacking(Finding finding) {
        String arithmetic =
                finding.measure() == null ? "" : new FigureWords(WORDS).arithmetic(finding.obligation()) + " ";
        return arithmetic + new MissingWords(WORDS).of(finding);
    }
}
