package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.notices.Notice;
import vn.dondoc.outbox.Letter;

/**
 * Holds every kind of letter, and a letter for each rung of the ladder, to the files beside this test. After a change of words that is meant, write them anew with
 * {@code mvn test -Dtest=GoldenLettersTest -Dletters.refresh=true} and read the difference before it is committed.
 */
class GoldenLettersTest {
    private static final Path FOLDER = Path.of("src/test/resources/vn/dondoc/letters");

    static Stream<Arguments> letters() {
        Stream<Arguments> ofRungs =
                RungCast.letters().entrySet().stream().map(letter -> Arguments.of(letter.getKey(), letter.getValue()));
        Stream<Arguments> others = Stream.of(
                Arguments.of("reminder", LetterCast.mixedReminder()),
                Arguments.of("opening-letter", LetterCast.openingLetter()),
                Arguments.of("forecast", LetterCast.forecast()),
                Arguments.of("alert", LetterCast.alert()),
                Arguments.of("withdrawal", LetterCast.withdrawal()),
                Arguments.of("faulty-rules", LetterCast.faultyRules()),
                Arguments.of("trouble", LetterCast.trouble()),
                Arguments.of("returned", LetterCast.returned()),
                Arguments.of("digest", LetterCast.digest()));
        return Stream.concat(others, ofRungs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void a_letter_reads_as_its_golden_file(String name, Notice notice) throws IOException {
        Letter letter = LetterCast.writer()
                .write(notice, LetterCast.PLAN, LetterCast.sevenOClock(notice.day()), LetterCast.RULES);
        compare(name + ".txt", "Tiêu đề: " + letter.subject() + "\n\n" + letter.text());
        compare(name + ".html", letter.html());
    }

    static void compare(String name, String content) throws IOException {
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("letters.refresh")) {
            Files.writeString(golden, content);
        }
        assertThat(content).isEqualTo(Files.readString(golden));
    }
}
