package vn.dondoc.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.facts.Registry;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class PersonCheckTest {
    private static final Registry NO_UNITS = new Registry(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"an", "so-tu-phap", "can.bo-2", "524"})
    void a_login_of_plain_letters_is_taken(String login) {
        assertThat(problems(login, "Chuyên viên")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "a-", "có dấu", "a b", "a/b", "a@b.example", "../a"})
    void any_other_is_refused(String login) {
        assertThat(problems(login, "Chuyên viên"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo(PersonCheck.LOGIN));
    }

    @Test
    void a_login_has_forty_signs_at_most_and_a_title_seventy() {
        assertThat(problems("a".repeat(40), "x".repeat(70))).isEmpty();
        assertThat(problems("a".repeat(41), "x".repeat(71))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mười hai chữ", "correct horse battery", "            đủ dài"})
    void length_is_what_counts_in_a_password(String password) {
        assertThat(passwordProblems(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mười một ch",
                "aaaaaaaaaaaaaaa",
                "121212121212",
                "can-bocan-bo",
                "can-bo-can-bo1",
                "123456789012",
                "Abcdefghijkl"
            })
    void a_short_or_easily_guessed_one_is_refused(String password) {
        assertThat(passwordProblems(password)).hasSize(1);
    }

    @Test
    void a_password_has_two_hundred_signs_at_most() {
        assertThat(passwordProblems("mật khẩu".repeat(25))).isEmpty();
        assertThat(passwordProblems("mật khẩu".repeat(25) + "x")).hasSize(1);
    }

    @Test
    void who_acts_fits_into_the_audit_logs_longest_author() {
        Person longest = new Person("a".repeat(40), "x".repeat(70), Role.OFFICER, "", true);
        assertThat(longest.visitor().author()).hasSizeLessThanOrEqualTo(120);
    }

    private static List<Problem> problems(String login, String title) {
        Problems problems = new Problems();
        PersonCheck.check(new Person(login, title, Role.OFFICER, "", true), NO_UNITS, problems);
        return problems.list();
    }

    private static List<Problem> passwordProblems(String password) {
        Problems problems = new Problems();
        PersonCheck.checkPassword("can-bo", password, password, problems);
        return problems.list();
    }
}
