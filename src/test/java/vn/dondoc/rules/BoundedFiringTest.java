package vn.dondoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kie.api.runtime.KieSession;
import vn.dondoc.reading.Problems;

@Timeout(60)
class BoundedFiringTest {
    private static final String HEADER = "package vn.dondoc.plan;\nimport java.util.ArrayList;\n";

    @Test
    void rules_that_fire_once_for_every_fact_are_left_alone() {
        KieSession session = session("rule \"Một lần\" when $list : ArrayList() then end", 50);

        BoundedFiring.fire(session);

        assertThat(session.fireAllRules()).isZero();
    }

    @Test
    void a_rule_that_feeds_itself_is_halted_and_named() {
        KieSession session =
                session("rule \"Tự nuôi\" when $list : ArrayList() then insert(new ArrayList<Object>()); end", 3);

        assertThatThrownBy(() -> BoundedFiring.fire(session))
                .isInstanceOf(RunawayRule.class)
                .hasMessage("quy tắc “Tự nuôi” chạy không dừng, bị ngắt sau 3 lần");
    }

    @Test
    void two_rules_that_wake_each_other_in_turn_are_halted() {
        KieSession session = session("""
                rule "Đi" no-loop when $list : ArrayList(size() >= 0) then update($list); end
                rule "Lại" no-loop when $list : ArrayList(size() >= 0) then update($list); end
                """, 10);

        assertThatThrownBy(() -> BoundedFiring.fire(session))
                .isInstanceOf(RunawayRule.class)
                .hasMessageMatching("quy tắc “(Đi|Lại)” chạy không dừng, bị ngắt sau 10 lần");
    }

    @Test
    void a_rule_that_pairs_everything_with_everything_is_halted() {
        KieSession session = session("rule \"Bùng nổ\" when $a : ArrayList() $b : ArrayList() then end", 300);

        assertThatThrownBy(() -> BoundedFiring.fire(session))
                .hasMessage("quy tắc “Bùng nổ” chạy không dừng, bị ngắt sau 300 lần");
    }

    @Test
    void rules_that_take_too_long_are_halted_at_the_one_that_runs() {
        KieSession session = session("rule \"Chậm\" when $list : ArrayList() then end", 100);
        AtomicLong seconds = new AtomicLong();

        assertThatThrownBy(() -> BoundedFiring.fire(
                        session,
                        Duration.ofSeconds(5),
                        () -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos()))
                .isInstanceOfSatisfying(
                        RunawayRule.class, late -> assertThat(late.rule()).isEqualTo("Chậm"))
                .hasMessageContaining("quá lâu");
        assertThat(seconds).hasValue(7);
    }

    private static KieSession session(String rules, int facts) {
        Problems problems = new Problems();
        KieSession session = Objects.requireNonNull(
                        RuleCompiler.inMemory().compileUnguarded(Map.of("loops.drl", HEADER + rules), problems),
                        () -> problems.list().toString())
                .newKieSession();
        IntStream.range(0, facts).forEach(i -> session.insert(new java.util.ArrayList<Object>()));
        return session;
    }
}
