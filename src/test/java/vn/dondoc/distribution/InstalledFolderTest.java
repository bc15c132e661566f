package vn.dondoc.distribution;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.cli.DondocCommand;

/** What the list of parts and the service files say of the installation is so. */
@Tag("distribution")
class InstalledFolderTest {
    private static final Path INSTALLED = Path.of("target/dondoc");
    private static final String HOME = "/opt/dondoc";
    private static final String DAY = "2018-03-20";
    private static final Pattern IN_HOME = Pattern.compile("/opt/dondoc/([\\w./-]+)");

    @TempDir
    private Path folder;

    @Test
    void the_list_of_parts_has_every_jar_and_nothing_else() throws IOException {
        Set<String> jars = jars();
        jars.removeIf(name -> name.startsWith("dondoc-"));
        assertThat(parts().keySet()).isEqualTo(jars).hasSizeGreaterThan(100);
    }

    @Test
    void parts_under_the_lesser_gpl_are_jars_of_their_own_and_named_in_the_readme() throws IOException {
        Set<String> lesser = new TreeSet<>();
        parts().forEach((jar, licences) -> {
            if (licences.contains("LGPL") && !licences.contains("Apache")) {
                lesser.add(jar);
            }
        });
        assertThat(lesser).isNotEmpty().isSubsetOf(jars());
        String readme = Files.readString(INSTALLED.resolve("README.md")).toLowerCase(java.util.Locale.ROOT);
        assertThat(lesser).allSatisfy(jar -> assertThat(readme).contains(jar.split("-")[0]));
        try (JarFile program = new JarFile(programJar().toFile())) {
            assertThat(program.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .allMatch(name -> name.startsWith("vn/dondoc/") || name.startsWith("gg/jte/generated/"));
        }
    }

    @Test
    void the_dockerfile_copies_what_is_there_and_starts_what_is_there() throws IOException {
        String file = service("Dockerfile");
        List<String> copied = find(file, "(?m)^COPY (.+) \\S+$")
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .toList();
        assertThat(copied)
                .contains("bin", "lib", "config", "rules", "schedules")
                .allSatisfy(name -> assertThat(INSTALLED.resolve(name)).exists());
        assertThat(find(file, "ENTRYPOINT \\[\"(.+)\"\\]").map(found -> found.group(1)))
                .containsExactly(HOME + "/bin/dondoc");
        assertThat(INSTALLED.resolve("bin/dondoc")).isExecutable();
        assertThat(find(file, "CMD \\[\"(.+)\"\\]").map(found -> found.group(1)))
                .allSatisfy(command -> assertThat(help()).contains("  " + command + " "));
        assertThat(Files.readString(INSTALLED.resolve("bin/dondoc"))).contains("DONDOC_JAVA_OPTIONS", "DONDOC_HOME");
        assertThat(file)
                .as("SQLite maps its own code from there, which Docker's --tmpfs forbids unless told")
                .contains("--tmpfs /tmp:exec")
                .contains("\nUSER dondoc\n", "VOLUME /opt/dondoc/data", "STOPSIGNAL SIGTERM", "EXPOSE 8881 8882");
        assertThat(Files.readString(INSTALLED.resolve("config/dondoc.yaml"))).contains("port: 8881", ":8882\"");
    }

    @Test
    void the_systemd_unit_names_what_is_there_and_what_the_program_does() throws IOException {
        String unit = service("dondoc.service");
        assertThat(find(unit, "(?m)^ExecStart=(.+)$").map(found -> found.group(1)))
                .containsExactly("/opt/dondoc/bin/dondoc --home /opt/dondoc serve");
        assertThat(help()).contains("--home", "  serve ");
        assertThat(find(unit, "(?m)^ReadWritePaths=(.+)$").map(found -> found.group(1)))
                .containsExactly("/opt/dondoc/data /opt/dondoc/rules");
        assertThat(IN_HOME.matcher(unit).results().map(found -> found.group(1)).filter(name -> !name.equals("data")))
                .as("data is made by the administrator")
                .allSatisfy(name -> assertThat(INSTALLED.resolve(name)).exists());
        assertThat(unit)
                .as("stops within 10 s, ends with 128 + SIGTERM; 2 is a mistake in the configuration")
                .contains(
                        "KillSignal=SIGTERM",
                        "TimeoutStopSec=20",
                        "SuccessExitStatus=143",
                        "RestartPreventExitStatus=2");
        assertThat(INSTALLED.resolve("config/dondoc.yaml")).content().contains("passwordEnvironment");
    }

    /** Linked from Java 24 on, mapped as it is before; which of them depends on the Java that runs this test. */
    @Test
    void it_prepares_itself_for_the_java_in_use_and_a_check_maps_what_was_prepared()
            throws IOException, InterruptedException {
        Path prepared = folder.resolve("dondoc");
        copy(INSTALLED, prepared);
        assertThat(run(prepared.resolve("bin/dondoc-prepare")))
                .startsWith("Đã ghi ")
                .hasLineCount(1);
        boolean links = Runtime.version().feature() >= 24;
        assertThat(prepared.resolve("lib/dondoc-linked.jsa").toFile().exists()).isEqualTo(links);
        assertThat(prepared.resolve("lib/dondoc.jsa").toFile().exists()).isNotEqualTo(links);

        Path classes = folder.resolve("classes.txt");
        Path home = Files.createDirectory(folder.resolve("home"));
        for (String part : List.of("config", "rules", "schedules")) {
            copy(prepared.resolve(part), home.resolve(part));
        }
        ProcessBuilder check =
                script(prepared.resolve("bin/dondoc"), "--home", home.toString(), "check", "--as-of", DAY);
        // compiles the rules, of which a Java of 24 or later warns
        var unused = run(check);
        check.environment().put("DONDOC_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + classes);
        assertThat(run(check)).startsWith("Tính đến hết ngày 20/03/2018");
        assertThat(Files.readAllLines(classes).stream().filter(line -> line.contains(" vn.dondoc.rules.RuleBook ")))
                .singleElement(as(STRING))
                .contains("source: shared objects file");
    }

    private static String run(Path script) throws IOException, InterruptedException {
        return run(script(script));
    }

    private static ProcessBuilder script(Path script, String... words) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder start = new ProcessBuilder(command);
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return start;
    }

    private static String run(ProcessBuilder start) throws IOException, InterruptedException {
        Process process = start.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String help() {
        StringWriter said = new StringWriter();
        DondocCommand.run(Clock.system(VietnamTime.ZONE), new PrintWriter(said), new PrintWriter(said), "--help");
        return said.toString();
    }

    private static String service(String name) throws IOException {
        return Files.readString(INSTALLED.resolve("service").resolve(name));
    }

    private static Stream<MatchResult> find(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static Set<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(INSTALLED.resolve("lib"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path programJar() throws IOException {
        return INSTALLED
                .resolve("lib")
                .resolve(jars().stream()
                        .filter(name -> name.startsWith("dondoc-"))
                        .findFirst()
                        .orElseThrow());
    }

    /** By jar, the licences that its project states. */
    private static Map<String, String> parts() throws IOException {
        JsonNode list =
                new ObjectMapper().readTree(INSTALLED.resolve("lib/bom.json").toFile());
        assertThat(list.get("bomFormat").asText()).isEqualTo("CycloneDX");
        Map<String, String> parts = new TreeMap<>();
        for (JsonNode part : list.get("components")) {
            String version = part.get("version").asText();
            parts.put(
                    part.get("name").asText() + "-" + version + ".jar",
                    part.path("licenses").toString().replace("Lesser General Public", "LGPL"));
        }
        return parts;
    }
}
