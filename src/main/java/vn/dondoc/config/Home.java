package vn.dondoc.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;

/**
 * The folder that holds {@code rules/ schedules/ config/} and, once the program runs, {@code data/}.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    /** The system property by which {@code bin/dondoc} says where it is installed. */
    public static final String INSTALLATION = "dondoc.installation";

    private static final String VARIABLE = "DONDOC_HOME";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** As {@link #choose(Path, Map, String, Problems)}, with what this process was started with. */
    public static Home choose(@Nullable Path option, Problems problems) {
        return choose(option, System.getenv(), System.getProperty(INSTALLATION), problems);
    }

    /**
     * The option {@code --home}, else {@code $DONDOC_HOME}, else the installation, else the folder in which the program
     * was started.
     */
    static Home choose(
            @Nullable Path option, Map<String, String> environment, @Nullable String installation, Problems problems) {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (option != null) {
            return existing(option, "--home", "ghi một thư mục có rules, schedules và config", problems);
        }
        if (!variable.isBlank()) {
            return existing(Path.of(variable), "$" + VARIABLE, "sửa hoặc bỏ biến môi trường này", problems);
        }
        return new Home(installation == null ? Path.of("") : checkoutOr(Path.of(installation)));
    }

    /** An installation that Maven built takes the checkout, so that {@code mvn clean} never deletes data. */
    private static Path checkoutOr(Path installation) {
        Path target = installation.toAbsolutePath().normalize().getParent();
        if (target == null || !target.endsWith("target") || !Files.isRegularFile(target.resolveSibling("pom.xml"))) {
            return installation;
        }
        return target.resolveSibling("");
    }

    private static Home existing(Path folder, String place, String hint, Problems problems) {
        Home home = new Home(folder);
        if (!Files.isDirectory(home.folder)) {
            problems.add(place, "không có thư mục “" + home.folder + "”", hint);
        }
        return home;
    }

    public Path rules() {
        return folder.resolve("rules");
    }

    /** The rules of the plan that the configuration names. */
    public Path plan(Configuration configuration) {
        return rules().resolve(configuration.plan().folder());
    }

    public Path schedules() {
        return folder.resolve("schedules");
    }

    public Path config() {
        return folder.resolve("config");
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Where the original bytes of every submission are kept. */
    public Path received() {
        return data().resolve("received");
    }

    /** The key that signs the links in letters. */
    public Path linkSecret() {
        return data().resolve("ack-secret");
    }

    /** Bytecode of the rules: who may write here may replace the program. */
    public Path compiledRules() {
        return data().resolve("compiled-rules");
    }

    /** Rules that administrators are editing in the console. */
    public Path ruleDrafts() {
        return data().resolve("ban-nhap-quy-tac");
    }

    /** What was rehearsed from the console, and what it came to. */
    public Path rehearsals() {
        return data().resolve("chay-thu");
    }

    /** The SQLite file, whether it is used or not. */
    public Path database(Configuration configuration) {
        return folder.resolve(configuration.database().file());
    }

    /** Where the folder transport puts letters. */
    public Path letters(Configuration configuration) {
        return folder.resolve(configuration.mail().folder());
    }
}
