package vn.dondoc.web.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;

/** Serves the console: pages for people and, beside them, the interface for programs. */
public final class ConsoleServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int MILLIS_TO_FINISH = 5_000;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private final Javalin server;

    private final List<AutoCloseable> withIt = new CopyOnWriteArrayList<>();

    private ConsoleServer(Javalin server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param largestRequest bytes
     * @param sections the pages, each behind the door
     * @param annexes what stands beside them with doors of its own: signing in, the interface for programs
     * @throws FaultyFileException when the port cannot be had
     */
    public static ConsoleServer start(
            String host,
            int port,
            long largestRequest,
            Door door,
            ConsolePages pages,
            List<Section> sections,
            List<Annex> annexes) {
        Javalin server = Javalin.create(config -> {
            configure(config, largestRequest, pages);
            sections.stream()
                    .flatMap(section -> section.routes().stream())
                    .forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), door.before(route)));
            annexes.forEach(annex -> annex.build(config));
        });
        try {
            return new ConsoleServer(server.start(host, port));
        } catch (JavalinBindException taken) {
            server.stop();
            throw new FaultyFileException(List.of(new Problem(
                    "dondoc.yaml, khóa “console.listen”",
                    "không mở được cổng " + port + " ở " + host
                            + ": chương trình khác đang dùng, hoặc máy không có địa chỉ ấy",
                    "dừng chương trình kia, hoặc đổi console.listen; không cần trang điều hành thì ghi “không”")));
        }
    }

    public int port() {
        return server.port();
    }

    /** What is of no use without the pages ends with them. */
    public void closesWith(AutoCloseable other) {
        withIt.add(other);
    }

    /** Lets requests under way finish, for a while. */
    @Override
    public void close() {
        server.stop();
        for (AutoCloseable other : withIt) {
            try {
                other.close();
            } catch (Exception failure) {
                LOG.warn("something of the console did not end well", failure);
            }
        }
    }

    private static void configure(JavalinConfig config, long largestRequest, ConsolePages pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = largestRequest;
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(MILLIS_TO_FINISH);
            jetty.setErrorHandler(new NoRequest());
        });
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.multipartConfig.maxTotalRequestSize(largestRequest, SizeUnit.BYTES);
        config.routes.before(ConsoleServer::guard);
        config.routes.before(new BodyLimits(largestRequest, pages, System::nanoTime)::check);
        Assets.serve(config.routes);
        config.routes.get("/ngon-ngu", Door::switchLanguage);
        config.routes.error(HttpStatus.NOT_FOUND.getCode(), "*", http -> notFound(http, pages));
        config.routes.exception(Exception.class, (failure, http) -> {
            LOG.error("a page of the console failed: {} {}", http.method(), http.path(), failure);
            failed(http, pages);
        });
    }

    private static void guard(Context http) {
        http.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store");
    }

    private static void notFound(Context http, ConsolePages pages) {
        String type = http.res().getContentType();
        if (http.path().startsWith("/api/") || (type != null && type.startsWith("text/html"))) {
            return;
        }
        Words words = Door.wordsOf(http);
        pages.message(
                http,
                HttpStatus.NOT_FOUND,
                pages.frameOfStranger(http, words, words.of("Không có trang này", "No such page")),
                words.of("Địa chỉ không đúng.", "The address is wrong."));
    }

    private static void failed(Context http, ConsolePages pages) {
        Words words = Door.wordsOf(http);
        pages.message(
                http,
                HttpStatus.INTERNAL_SERVER_ERROR,
                pages.frameOfStranger(http, words, words.of("Trang tạm thời không dùng được", "The page failed")),
                words.of(
                        "Có lỗi của hệ thống, đã ghi vào nhật ký. Xin thử lại sau ít phút.",
                        "Something went wrong and was logged. Please try again in a few minutes."));
    }
}
