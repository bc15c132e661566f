package vn.dondoc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden letters, as a mail program that draws HTML shows them. */
class LettersInABrowserTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open(folder);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static List<Path> letters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/vn/dondoc/letters"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_keeps_nobody_out_and_fits_a_telephone(Path letter) {
        chromium.wide(Chromium.NARROW);
        chromium.goTo(letter.toUri().toString());
        assertThat(chromium.isTooWide()).as("runs out of the window").isFalse();
        assertThat(chromium.seriousFaults()).isEmpty();
    }
}
