package vn.dondoc.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.people.ApiToken;

/**
 * Where every request of a program passes: whose token it shows, how often it asks, whether the token's scope is the one that
 * is wanted. What is refused, and what fails, is answered as RFC 9457 has it.
 */
final class ApiDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);
    private static final int BURST = 120;
    private static final Duration REFILL = Duration.ofMillis(500);
    private static final int BURST_OF_STRANGERS = 20;
    private static final Duration REFILL_OF_STRANGERS = Duration.ofSeconds(5);
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Clock clock;
    private final TokenBuckets callers = new TokenBuckets(BURST, REFILL);
    private final TokenBuckets strangers = new TokenBuckets(BURST_OF_STRANGERS, REFILL_OF_STRANGERS);

    ApiDoor(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a route does, once the door is open. */
    @FunctionalInterface
    interface Handling {
        ApiReply handle(ApiVisit visit) throws Exception;
    }

    Handler before(ApiRoute route) {
        return http -> {
            try {
                answer(http, route.handling().handle(admitted(http, route)));
            } catch (RefusedRequest refused) {
                answer(http, ApiReply.refused(refused.problem()));
            } catch (Exception failure) {
                LOG.error("a request of a program failed: {} {}", http.method(), http.path(), failure);
                answer(http, ApiReply.refused(failed()));
            }
        };
    }

    private ApiVisit admitted(Context http, ApiRoute route) {
        Instant now = clock.instant();
        ApiToken token = tokenOf(http, now).orElseThrow(() -> stranger(http, now));
        refuseFlood(http, callers.take(String.valueOf(token.id()), now));
        if (!token.scopes().contains(route.scope())) {
            throw new RefusedRequest(ApiProblem.of(
                    HttpStatus.FORBIDDEN,
                    "scope",
                    "Not in the token's scope",
                    "Mã truy cập không có phạm vi “" + route.scope().code() + "”; xin quản trị cấp mã khác."));
        }
        return new ApiVisit(http, token, now);
    }

    private Optional<ApiToken> tokenOf(Context http, Instant now) {
        String header = http.header("Authorization");
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : keys.shown(header.substring(BEARER.length()).strip(), now);
    }

    /** Whoever tries tokens out has to take his time. */
    private RefusedRequest stranger(Context http, Instant now) {
        refuseFlood(http, strangers.take(http.ip(), now));
        http.header("WWW-Authenticate", "Bearer");
        return new RefusedRequest(ApiProblem.of(
                HttpStatus.UNAUTHORIZED,
                "token",
                "No valid token",
                "Thiếu mã truy cập, hoặc mã sai, hết hạn, đã thu hồi; gửi tiêu đề “Authorization: Bearer MÃ”."));
    }

    private static void refuseFlood(Context http, Duration wait) {
        if (!wait.isZero()) {
            long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
            http.header("Retry-After", String.valueOf(seconds));
            throw new RefusedRequest(ApiProblem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many",
                    "Too many requests",
                    "Gửi quá nhiều yêu cầu; gửi lại sau " + seconds + " giây."));
        }
    }

    private static ApiProblem failed() {
        return ApiProblem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failed",
                "Internal error",
                "Hệ thống có lỗi, đã ghi vào nhật ký; gửi lại sau ít phút.");
    }

    static void answer(Context http, ApiReply reply) {
        if (!reply.location().isEmpty()) {
            http.header("Location", reply.location());
        }
        http.status(reply.status())
                .contentType(reply.mediaType())
                .result(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
