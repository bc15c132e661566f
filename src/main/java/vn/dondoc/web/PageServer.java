package vn.dondoc.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.flow.PromiseLinkFlow;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;

/** Serves the page of the letters' links. The link is all that is needed: no log-in, no cookie. */
public final class PageServer implements AutoCloseable {
    static final String STYLE_PATH = "/trang.css";
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final long LARGEST_REQUEST = 64 * 1024;
    private static final int MILLIS_TO_FINISH = 5_000;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self';" + " frame-ancestors 'none'; base-uri 'none'";

    private final Javalin server;

    private PageServer(Javalin server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param office whose pages they are, in full
     * @throws FaultyFileException when the port cannot be had
     */
    public static PageServer start(
            String host, int port, PromiseLinkFlow flow, AckLinks links, String office, Clock clock) {
        PromisePage page = new PromisePage(flow, links, clock, new Pages(office));
        Javalin server = Javalin.create(config -> configure(config, page));
        try {
            return new PageServer(server.start(host, port));
        } catch (JavalinBindException taken) {
            server.stop();
            throw new FaultyFileException(List.of(new Problem(
                    "dondoc.yaml, khóa “web.port”",
                    "không mở được cổng " + port + " ở " + host
                            + ": chương trình khác đang dùng, hoặc máy không có địa chỉ ấy",
                    "dừng chương trình kia, hoặc đổi web.port, web.host")));
        }
    }

    public int port() {
        return server.port();
    }

    /** Lets requests under way finish, for a while. */
    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config, PromisePage page) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyServer(jetty -> jetty.setStopTimeout(MILLIS_TO_FINISH));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        String style = style();
        config.routes.before(PageServer::guard);
        config.routes.get(
                STYLE_PATH,
                context -> context.contentType("text/css; charset=utf-8").result(style));
        config.routes.get(AckLinks.PATH + "{token}", page::show);
        config.routes.post(AckLinks.PATH + "{token}", page::take);
        config.routes.error(HttpStatus.NOT_FOUND.getCode(), "*", page::notFound);
        config.routes.error(HttpStatus.CONTENT_TOO_LARGE.getCode(), "*", page::tooLarge);
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.error("a page failed", failure);
            page.failed(context);
        });
    }

    private static void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store");
    }

    private static String style() {
        try (InputStream file = PageServer.class.getResourceAsStream("trang.css")) {
            return new String(Objects.requireNonNull(file, "trang.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
