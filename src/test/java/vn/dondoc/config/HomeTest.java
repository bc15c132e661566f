package vn.dondoc.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

class HomeTest {
    @TempDir
    Path machine;

    private final Problems problems = new Problems();

    @BeforeEach
    void resolveLinks() throws IOException {
        machine = machine.toRealPath();
    }

    @Test
    void the_option_beats_the_variable_and_the_installation() throws IOException {
        Path option = folder("option");
        assertThat(home(option, folder("variable").toString(), folder("opt/dondoc")))
                .isEqualTo(option);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void the_variable_beats_the_installation() throws IOException {
        assertThat(home(null, folder("variable").toString(), folder("opt/dondoc")))
                .isEqualTo(machine.resolve("variable"));
    }

    @Test
    void a_blank_variable_is_no_variable() throws IOException {
        assertThat(home(null, " ", folder("opt/dondoc"))).isEqualTo(machine.resolve("opt/dondoc"));
    }

    @Test
    void an_installation_under_a_checkouts_target_takes_the_checkout() throws IOException {
        Path installation = folder("checkout/target/dondoc");
        Files.createFile(machine.resolve("checkout/pom.xml"));
        assertThat(home(null, "", installation)).isEqualTo(machine.resolve("checkout"));
    }

    @Test
    void a_folder_that_is_only_named_target_is_no_checkout() throws IOException {
        Path installation = folder("opt/target/dondoc");
        assertThat(home(null, "", installation)).isEqualTo(installation);
    }

    @Test
    void a_pom_above_another_folder_than_target_makes_no_checkout() throws IOException {
        Path installation = folder("checkout/dist/dondoc");
        Files.createFile(machine.resolve("checkout/pom.xml"));
        assertThat(home(null, "", installation)).isEqualTo(installation);
    }

    @Test
    void without_anything_the_working_folder_is_home() {
        assertThat(home(null, "", null)).isEqualTo(Path.of("").toAbsolutePath());
    }

    @Test
    void a_folder_that_does_not_exist_is_refused_with_who_named_it() {
        home(machine.resolve("nowhere"), "", null);
        home(null, machine.resolve("nothing").toString(), null);
        assertThat(problems.list()).extracting(Problem::place).containsExactly("--home", "$DONDOC_HOME");
        assertThat(problems.list().get(0).message()).contains("không có thư mục", "nowhere");
    }

    @Test
    void a_relative_home_becomes_absolute() {
        assertThat(new Home(Path.of("somewhere/../here")).folder())
                .isAbsolute()
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void the_configured_places_lie_in_the_home_unless_they_are_absolute() throws IOException {
        Files.createDirectories(machine.resolve("config"));
        Files.writeString(
                machine.resolve("config/dondoc.yaml"), "database: {file: kho/dd.db}\nmail: {folder: /srv/thu}\n");
        Home home = new Home(machine);
        Configuration configuration = ConfigurationFile.read(home.folder(), Map.of(), problems);
        assertThat(home.database(configuration)).isEqualTo(machine.resolve("kho/dd.db"));
        assertThat(home.letters(configuration)).isEqualTo(Path.of("/srv/thu"));
        assertThat(home.plan(configuration)).isEqualTo(machine.resolve("rules/plan-881"));
        assertThat(home.received()).isEqualTo(machine.resolve("data/received"));
        assertThat(home.schedules()).isEqualTo(machine.resolve("schedules"));
        assertThat(home.config()).isEqualTo(machine.resolve("config"));
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(machine.resolve(name));
    }

    private Path home(
            @org.jspecify.annotations.Nullable Path option,
            String variable,
            @org.jspecify.annotations.Nullable Path installation) {
        Map<String, String> environment = Map.of("DONDOC_HOME", variable);
        return Home.choose(option, environment, installation == null ? null : installation.toString(), problems)
                .folder();
    }
}
