package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Only the command that is asked for is taken up; where it is not plain which one is meant, all are. */
class SubcommandsTest {
    @Test
    void each_is_known_by_its_own_name() {
        Subcommands.KNOWN.forEach((name, command) ->
                assertThat(command.getAnnotation(Command.class).name()).isEqualTo(name));
    }

    @Test
    void the_one_asked_for_stands_first_or_behind_the_home() {
        assertThat(Subcommands.asked("check", "--as-of", "2018-03-20")).contains("check");
        assertThat(Subcommands.asked("--home", "serve", "check")).contains("check");
        assertThat(Subcommands.asked("--home=serve", "check")).contains("check");
    }

    @Test
    void with_anything_else_in_that_place_all_are_meant() {
        assertThat(Subcommands.asked()).isEmpty();
        assertThat(Subcommands.asked("--help")).isEmpty();
        assertThat(Subcommands.asked("--home")).isEmpty();
        assertThat(Subcommands.asked("--home", "check")).isEmpty();
        assertThat(Subcommands.asked("--homely", "check")).isEmpty();
        assertThat(Subcommands.asked("chek", "check")).isEmpty();
    }
}
