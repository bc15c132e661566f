package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurplusBlanksTest {
    @Test
    void a_page_has_no_empty_lines_and_no_blanks_before_a_line_ends() {
        assertThat(LetterTemplates.withoutSurplusBlanks("<p> một \t\r\n \n\r\n  hai</p>  \n ba "))
                .isEqualTo("<p> một\n  hai</p>\n ba ");
    }

    @Test
    void nor_has_any_other() {
        Random chance = new Random(881);
        for (int page = 0; page < 2_000; page++) {
            String text = chance.ints(12, 0, 6)
                    .mapToObj(kind -> " \n\r\tđ<".substring(kind, kind + 1))
                    .collect(Collectors.joining());
            assertThat(LetterTemplates.withoutSurplusBlanks(text))
                    .isEqualTo(text.replaceAll("[ \\t\\r]*\\n(?:[ \\t\\r]*\\n)*", "\n"));
        }
    }
}
