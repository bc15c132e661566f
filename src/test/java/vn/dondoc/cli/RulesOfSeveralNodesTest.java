package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.acceptance.TemporaryHome;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.SharedPostgres;

/** Two nodes on one server, each with a rules folder of its own. */
class RulesOfSeveralNodesTest {
    private static final String EDITED = "rules/plan-881/reminders.csv";

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @BeforeEach
    void two_nodes_with_the_same_rules() throws IOException {
        PostgresServer server = SharedPostgres.bareDatabase();
        for (Path home : new Path[] {first, second}) {
            TemporaryHome.in(home);
            TemporaryHome.configure(home, "url: \"" + server.url() + "\"", "username: postgres");
            assertThat(new CommandLine(home).type("run", "morning-check").exit())
                    .isZero();
        }
    }

    @Test
    void what_one_node_puts_in_force_is_taken_over_by_the_other_and_not_taken_back() throws IOException {
        assertThat(history(second)).as("published once").hasLineCount(1);
        String edit = edit(first);

        assertThat(new CommandLine(second).type("run", "morning-check").exit()).isZero();

        assertThat(history(second)).hasLineCount(2).isEqualTo(history(first));
        assertThat(Files.readString(second.resolve(EDITED))).isEqualTo(edit);
        new CommandLine(first).type("run", "morning-check");
        assertThat(history(first)).hasLineCount(2);
    }

    @Test
    void an_edit_on_the_other_node_counts_as_well() throws IOException {
        edit(first);
        new CommandLine(second).type("run", "morning-check");
        Path file = second.resolve(EDITED);
        String again =
                Files.readString(file).replace(",đề nghị,thủ trưởng,1,,,,Từ ngày", ",đôn đốc,thủ trưởng,2,,,,Từ ngày");
        Files.writeString(file, again);
        new CommandLine(second).type("run", "morning-check");
        assertThat(history(first)).hasLineCount(3);
    }

    private static String edit(Path home) throws IOException {
        Path file = home.resolve(EDITED);
        String text = Files.readString(file);
        String edited = text.replace(",đôn đốc,thủ trưởng,1,,,,Từ ngày", ",đề nghị,thủ trưởng,1,,,,Từ ngày");
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(file, edited);
        CommandLine.Answer published =
                new CommandLine(home).type("rules", "publish", "--by", "Nguyễn Thị A", "--reason", "Công văn 12/SNV");
        assertThat(published.exit()).as(published.err()).isZero();
        return edited;
    }

    private static String history(Path home) {
        return new CommandLine(home)
                .type("rules", "history", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .collect(Collectors.joining("\n"));
    }
}
