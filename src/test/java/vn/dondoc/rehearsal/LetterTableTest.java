package vn.dondoc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTableTest {
    private static final String HEADING = "day,time,kind,to,agency,subject,items,messageId,reason\n";

    @Test
    void an_empty_period_leaves_the_heading() {
        assertThat(LetterTable.of(List.of())).isEqualTo(HEADING);
    }

    @Test
    void a_letter_is_one_line_with_the_minute_in_vietnam() {
        assertThat(LetterTable.of(List.of(SimulatedLetters2018.reminder("so-y-te", "2018-03-05T07:05"))))
                .isEqualTo(HEADING + "2018-03-05,07:05,reminder,so-y-te@quangngai.example,so-y-te,Nhắc việc,1,"
                        + "<so-y-te-2018-03-05@quangngai.example>,NEW_STAGE\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Hai, ba việc | `\"Hai, ba việc\"`",
                "Việc \"gấp\" | `\"Việc \"\"gấp\"\"\"`",
                "=HYPERLINK(1) | '=HYPERLINK(1)",
                "+84 | '+84",
                "-1 | '-1",
                "@SUM(A1) | '@SUM(A1)",
                "Sở Y tế = Sở | Sở Y tế = Sở"
            })
    void a_subject_is_quoted_where_needed_and_is_never_a_formula(String subject, String cell) {
        assertThat(LetterTable.of(List.of(SimulatedLetters2018.titled(subject))))
                .contains(",so-y-te," + cell + ",1,");
    }
}
