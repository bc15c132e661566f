package vn.dondoc.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLayoutTest {
    private static final String LONG = "mười chữ cái ".repeat(8).strip();

    @Test
    void a_paragraph_is_broken_flush_left() {
        assertThat(TextLayout.of(LONG))
                .isEqualTo("mười chữ cái ".repeat(5) + "mười chữ\ncái "
                        + "mười chữ cái ".repeat(2).strip() + "\n");
    }

    @Test
    void a_list_continues_under_its_words() {
        assertThat(TextLayout.of("   - " + LONG).lines().skip(1)).allMatch(line -> line.matches(" {5}\\S.*"));
        assertThat(TextLayout.of("12. " + LONG).lines().skip(1)).allMatch(line -> line.matches(" {4}\\S.*"));
    }

    @Test
    void an_indented_line_continues_two_columns_in() {
        assertThat(TextLayout.of("   Hạn: " + LONG).lines().skip(1)).allMatch(line -> line.matches(" {5}\\S.*"));
    }

    @Test
    void blank_lines_never_come_in_twos_nor_at_the_ends() {
        assertThat(TextLayout.of("\n \nmột\n\n  \n\nhai  \n\n")).isEqualTo("một\n\nhai\n");
    }

    @Test
    void a_word_longer_than_the_line_is_left_whole() {
        String address = "x".repeat(90);

        assertThat(TextLayout.of("Xem " + address)).isEqualTo("Xem\n" + address + "\n");
    }
}
