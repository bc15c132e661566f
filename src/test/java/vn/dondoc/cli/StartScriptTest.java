package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/dondoc} with a program of one class: an archive of classes makes it quicker or is left aside. */
class StartScriptTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String PROGRAM =
            "package vn.dondoc; public class Main { public static void main(String[] words) {"
                    + " System.out.println(String.join(\",\", words)); } }";

    /** As {@code bin/dondoc-prepare} has it done where it can. */
    private static final boolean LINKS = Runtime.version().feature() >= 24;

    @TempDir
    Path folder;

    /** Where the program is unpacked. */
    private record Installation(Path folder) {
        Path jar() {
            return folder.resolve("lib/dondoc.jar");
        }

        Path archive() {
            return folder.resolve(LINKS ? "lib/dondoc-linked.jsa" : "lib/dondoc.jsa");
        }

        Path script() {
            return folder.resolve("bin/dondoc");
        }
    }

    private Installation install(String name) throws IOException {
        Installation installation = new Installation(folder.resolve(name));
        Files.createDirectories(installation.jar().getParent());
        Files.createDirectories(installation.script().getParent());
        Files.copy(Path.of("src/main/dist/bin/dondoc"), installation.script());
        assertThat(installation.script().toFile().setExecutable(true)).isTrue();
        writeJar(installation.jar());
        return installation;
    }

    @Test
    void without_an_archive_it_starts_all_the_same() throws Exception {
        assertThat(start(install("a folder with blanks"))).isEqualTo("check,--as-of,20/03/2018\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dondoc.jsa", "dondoc-linked.jsa"})
    void what_is_no_archive_is_left_aside_in_silence(String name) throws Exception {
        Installation installation = install("a folder with blanks");
        Files.writeString(installation.archive().resolveSibling(name), "cũ");
        assertThat(start(installation)).isEqualTo("check,--as-of,20/03/2018\n");
    }

    /** Linked where the Java that runs this test can link, which it can from 24 on. */
    @Test
    void an_archive_that_fits_is_mapped_and_one_of_another_program_is_left_aside_in_silence() throws Exception {
        Installation installation = install("dondoc");
        archiveClasses(installation);
        assertThat(start(installation, "-Xlog:class+load=info:stderr"))
                .contains("vn.dondoc.Main source: shared objects file");
        Files.setLastModifiedTime(installation.jar(), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(start(installation, "-Xlog:class+load=info:stderr"))
                .doesNotContain("vn.dondoc.Main source: shared objects file");
        assertThat(start(installation)).isEqualTo("check,--as-of,20/03/2018\n");
    }

    private void writeJar(Path jar) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), PROGRAM);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("vn/dondoc/Main.class"));
            Files.copy(classes.resolve("vn/dondoc/Main.class"), out);
        }
    }

    private void archiveClasses(Installation installation) throws Exception {
        Path list = Files.writeString(folder.resolve("classes.txt"), "java/lang/Object\nvn/dondoc/Main\n");
        List<String> dump = new ArrayList<>(List.of(JAVA, "-Xshare:dump", "-XX:+UseSerialGC"));
        if (LINKS) {
            dump.addAll(List.of("-XX:+AOTClassLinking", "--enable-native-access=ALL-UNNAMED"));
        }
        dump.addAll(List.of(
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + installation.archive(),
                "-cp",
                installation.jar().getParent() + "/*"));
        String said = run(new ProcessBuilder(dump));
        assertThat(installation.archive()).as(said).isRegularFile();
    }

    private static String start(Installation installation, String... options) throws Exception {
        ProcessBuilder start =
                new ProcessBuilder(List.of(installation.script().toString(), "check", "--as-of", "20/03/2018"));
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("DONDOC_JAVA_OPTIONS", String.join(" ", options));
        return run(start);
    }

    private static String run(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
