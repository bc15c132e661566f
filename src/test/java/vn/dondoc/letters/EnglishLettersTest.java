package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.facts.Agency;
import vn.dondoc.findings.Finding;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Heat;
import vn.dondoc.notices.Item;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.outbox.Letter;

/** Letters in English. The golden files are renewed as those of {@link GoldenLettersTest}. */
class EnglishLettersTest {
    private static final LetterWriter WRITER = LetterCast.writer(Language.EN);
    private static final Pattern VIETNAMESE = Pattern.compile("[^\\s\\p{Punct}]*[À-ỹ&&\\p{L}][^\\s\\p{Punct}]*");

    static Stream<Arguments> golden() {
        Map<String, Notice> rungs = RungCast.letters();
        return Stream.of(
                Arguments.of("reminder", LetterCast.mixedReminder()),
                Arguments.of("opening-letter", LetterCast.openingLetter()),
                Arguments.of("urged-twice", rungs.get("urged-twice")),
                Arguments.of("district-with-communes", rungs.get("district-with-communes")),
                Arguments.of("escalation", rungs.get("rung-qua-han-lanh-dao")),
                Arguments.of("forecast", LetterCast.forecast()),
                Arguments.of("alert", LetterCast.alert()),
                Arguments.of("withdrawal", LetterCast.withdrawal()),
                Arguments.of("faulty-rules", LetterCast.faultyRules()),
                Arguments.of("trouble", LetterCast.trouble()),
                Arguments.of("returned", LetterCast.returned()),
                Arguments.of("digest", LetterCast.digest()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void an_english_letter_reads_as_its_golden_file(String name, Notice notice) throws IOException {
        Letter letter = write(notice);
        GoldenLettersTest.compare("en/" + name + ".txt", "Subject: " + letter.subject() + "\n\n" + letter.text());
        GoldenLettersTest.compare("en/" + name + ".html", letter.html());
    }

    /** All but the letters to administrators: what they are about is said in the words of the command line. */
    static Stream<Arguments> wordedInEnglish() {
        return GoldenLettersTest.letters()
                .filter(letter ->
                        !List.of("faulty-rules", "trouble", "returned").contains(letter.get()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wordedInEnglish")
    void no_vietnamese_word_of_ours_stands_in_an_english_letter(String name, Notice notice) {
        Letter letter = write(notice);
        for (String part : List.of(letter.subject(), letter.text(), letter.html())) {
            assertThat(VIETNAMESE.matcher(withoutOthersWords(part, notice)).results())
                    .extracting(found -> found.group())
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void vietnamese_words_would_be_noticed() {
        String rest = withoutOthersWords("Hạn của Sở Tư pháp: còn 3 ngày", LetterCast.mixedReminder());
        assertThat(VIETNAMESE.matcher(rest).results())
                .extracting(found -> found.group())
                .contains("Hạn", "của", "còn");
    }

    @Test
    void every_english_letter_says_once_that_the_decision_is_quoted_in_vietnamese() {
        for (Notice notice : List.of(LetterCast.mixedReminder(), LetterCast.alert(), LetterCast.digest())) {
            assertThat(write(notice).text().replaceAll("\\s+", " "))
                    .containsOnlyOnce("The Decision and its duties are quoted in Vietnamese, the language of the law.");
        }
    }

    @Test
    void numbers_have_english_marks_and_dates_stay_day_first() {
        assertThat(write(LetterCast.mixedReminder()).text())
                .contains("46,500,000/1,250,000,000 = 3.7% < 10%", "30/06/2017 (assumed)");
    }

    @Test
    void the_printed_page_is_one_page_in_english() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file(write(LetterCast.digest()), ".pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Share met by week", "Four weeks ago", "Promised for 02/01/2018")
                    .doesNotContain("Kính gửi");
        }
    }

    @Test
    void drafts_of_official_letters_stay_in_vietnamese_to_the_byte() throws IOException {
        byte[] draft = file(write(LetterCast.digest()), "so-tu-phap-2018-01-08.docx");
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(draft)))) {
            assertThat(words.getText()).contains("Kính gửi: Sở Tư pháp", "2 nhiệm vụ quá mốc theo dõi");
        }
        Letter vietnamese = LetterCast.writer()
                .write(
                        LetterCast.digest(),
                        LetterCast.PLAN,
                        LetterCast.sevenOClock(LetterCast.digest().day()),
                        LetterCast.RULES);
        assertThat(draft).isEqualTo(file(vietnamese, "so-tu-phap-2018-01-08.docx"));
    }

    private static Letter write(Notice notice) {
        return WRITER.write(notice, LetterCast.PLAN, LetterCast.sevenOClock(notice.day()), LetterCast.RULES);
    }

    private static byte[] file(Letter letter, String ending) {
        return letter.attachments().stream()
                .filter(attachment -> attachment.name().endsWith(ending))
                .findFirst()
                .orElseThrow()
                .content();
    }

    /** Without quotations, names, titles and the words of duties, whole or shortened. */
    private static String withoutOthersWords(String letter, Notice notice) {
        String rest = letter.replaceAll("\\s+", " ").replaceAll("“[^”]*”", " ");
        for (String words : othersWords(notice)) {
            rest = rest.replace(words, " ");
            for (int length = words.length() - 1; length > 10; length--) {
                rest = rest.replace(words.substring(0, length).strip() + "…", " ");
            }
        }
        return rest;
    }

    private static List<String> othersWords(Notice notice) {
        List<String> words = new ArrayList<>(List.of(
                LetterCast.SETTINGS.office().name(),
                LetterCast.SETTINGS.office().name().toUpperCase(Locale.ROOT),
                LetterCast.SETTINGS.office().place(),
                notice.recipient().title(),
                LetterCast.JUSTICE.name(),
                "881/QĐ-UBND",
                "huyện Tây Trà",
                "huyện Bình Sơn"));
        LetterCast.PLAN.clauses().forEach(clause -> words.add(clause.concerns()));
        List<Finding> findings =
                new ArrayList<>(notice.named().stream().map(Item::finding).toList());
        if (notice instanceof WeeklyDigest weekly) {
            Digest digest = weekly.digest();
            findings.addAll(digest.open());
            findings.addAll(digest.targets());
            Stream.of(digest.silent(), digest.withoutAddress())
                    .flatMap(List::stream)
                    .map(Agency::name)
                    .forEach(words::add);
            digest.mustAct().forEach(unit -> words.add(unit.agency().name()));
            digest.heat().columns().stream().map(Heat.Column::name).forEach(words::add);
        }
        for (Finding finding : findings) {
            words.add(finding.obligation().agency().name());
            words.add(finding.obligation().duty().text());
            words.add(finding.obligation().duty().evidence());
        }
        words.removeIf(String::isEmpty);
        words.sort(Comparator.comparing(String::length).reversed());
        return words;
    }
}
