package vn.dondoc.web.console;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Style, script and htmx. They change with the program alone, so their address carries its build. */
public final class Assets {
    private static final String FOLDER = "/tep/";
    private static final Map<String, String> FILES = Map.of(
            "console.css", "/vn/dondoc/web/console.css",
            "console.js", "/vn/dondoc/web/console.js",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    private static final Map<String, byte[]> CONTENT = read();
    private static final String MARK = Integer.toHexString(CONTENT.entrySet().stream()
            .mapToInt(file -> file.getKey().hashCode() ^ java.util.Arrays.hashCode(file.getValue()))
            .sum());

    private Assets() {}

    /** The address of one of them. */
    public static String at(String name) {
        return FOLDER + MARK + "/" + name;
    }

    static void serve(RoutesConfig routes) {
        CONTENT.forEach((name, content) -> routes.get(
                at(name),
                http -> http.header("Cache-Control", "public, max-age=31536000, immutable")
                        .contentType(
                                name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8")
                        .result(content)));
    }

    private static Map<String, byte[]> read() {
        return FILES.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, file -> read(file.getValue())));
    }

    private static byte[] read(String resource) {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(file, resource).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
