package vn.dondoc.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** "12345678901234567890", the secret of RFC 6238, appendix B. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standards_own_table(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void a_code_may_be_typed_with_a_blank_and_is_not_taken_after_its_own_step() {
        Instant at = Instant.ofEpochSecond(1234567890);
        assertThat(Totp.step(SECRET, "005 924", at, 0)).hasValue(41152263);
        assertThat(Totp.step(SECRET, "005924", at, 41152262)).hasValue(41152263);
        assertThat(Totp.step(SECRET, "005924", at, 41152263)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "00592", "0059244", "00592a", "٠٠٥٩٢٤"})
    void what_is_no_code_is_not_taken(String typed) {
        assertThat(Totp.step(SECRET, typed, Instant.ofEpochSecond(1234567890), 0))
                .isEmpty();
    }

    @Test
    void no_code_fits_a_missing_secret() {
        assertThat(Totp.step("", "005924", Instant.ofEpochSecond(1234567890), 0))
                .isEmpty();
    }

    @Test
    void a_new_secret_is_long_and_another_each_time() {
        assertThat(Secrets.ofAuthenticator()).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(Secrets.ofAuthenticator());
    }
}
