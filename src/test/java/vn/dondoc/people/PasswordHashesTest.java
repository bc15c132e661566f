package vn.dondoc.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTest {
    private final PasswordHashes passwords = new PasswordHashes();

    @Test
    void a_hash_tells_its_function_and_is_another_each_time() {
        String hash = passwords.hash("bốn từ không liên quan");
        assertThat(hash)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.hash("bốn từ không liên quan"));
        assertThat(passwords.matches("bốn từ không liên quan", hash)).isTrue();
        assertThat(passwords.matches("bốn từ không liên quaN", hash)).isFalse();
    }

    @Test
    void with_nothing_to_compare_with_the_same_work_is_done_and_nothing_fits() {
        long before = passwords.worked();
        assertThat(passwords.matches("", "")).isFalse();
        assertThat(passwords.worked() - before).isEqualTo(1);
    }
}
