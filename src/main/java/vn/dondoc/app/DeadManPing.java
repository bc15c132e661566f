package vn.dondoc.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an address after each successful morning check, so that who watches it raises the alarm when the call does not
 * come. A call that fails is logged and changes nothing else.
 */
final class DeadManPing {
    private static final Logger LOG = LoggerFactory.getLogger(DeadManPing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;

    /** @param url empty: nobody is called */
    DeadManPing(String url) {
        this.url = url;
    }

    void call() {
        if (url.isEmpty()) {
            return;
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= 400) {
                LOG.warn("nơi giám sát (monitoring.pingUrl) trả lời {}", answer.statusCode());
            }
        } catch (IOException unreachable) {
            LOG.warn("không gọi được nơi giám sát (monitoring.pingUrl): {}", String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
