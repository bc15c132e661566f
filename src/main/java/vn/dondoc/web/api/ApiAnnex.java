package vn.dondoc.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.people.ApiToken.Scope;
import vn.dondoc.web.console.Annex;

/** The interface for programs, beside the console and with a door of its own. */
public final class ApiAnnex implements Annex {
    public static final String ROOT = "/api/v1";

    private static final String DOCUMENT = ROOT + "/openapi.json";
    private static final long LARGEST_RULES = 5L << 20;

    private final ApiDesk desk;
    private final ApiDoor door;
    private final ApiReports reports;
    private final ApiReading reading;

    public ApiAnnex(ApiDesk desk) {
        this.desk = desk;
        this.door = new ApiDoor(desk.keys(), desk.clock());
        this.reports = new ApiReports(desk);
        this.reading = new ApiReading(desk);
    }

    /** Everything that can be asked for, as the document of the interface lists it. */
    List<ApiRoute> routes() {
        return List.of(
                new ApiRoute(HandlerType.POST, ROOT + "/reports", Scope.REPORT, reports::take),
                new ApiRoute(HandlerType.GET, ROOT + "/reports/{id}", Scope.REPORT, reports::show),
                new ApiRoute(HandlerType.GET, ROOT + "/findings", Scope.READ, reading::findings),
                new ApiRoute(HandlerType.GET, ROOT + "/duties", Scope.READ, reading::duties),
                new ApiRoute(HandlerType.GET, ROOT + "/letters", Scope.READ, reading::letters),
                new ApiRoute(HandlerType.POST, ROOT + "/rules/check", Scope.RULES, this::checkRules));
    }

    /** Method and path of each route, for whoever compares them with the document. */
    public List<String> operations() {
        return routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    @Override
    public void build(JavalinConfig config) {
        byte[] document = document();
        config.routes.get(DOCUMENT, http -> http.contentType("application/json").result(document));
        routes().forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), door.before(route)));
        config.routes.error(HttpStatus.NOT_FOUND.getCode(), "*", ApiAnnex::notFound);
    }

    private static void notFound(Context http) {
        String type = http.res().getContentType();
        boolean answered = type != null && type.startsWith(ApiProblem.MEDIA_TYPE);
        if (http.path().startsWith("/api/") && !answered) {
            ApiDoor.answer(
                    http,
                    ApiReply.refused(ApiProblem.of(
                            HttpStatus.NOT_FOUND,
                            "no-such-route",
                            "No such route",
                            "Không có địa chỉ này; xem " + DOCUMENT + ".")));
        }
    }

    /** Rules that might be put in force, checked as they are before that; nothing is stored. */
    private ApiReply checkRules(ApiVisit visit) throws IOException {
        byte[] body = ApiReports.body(visit.http(), LARGEST_RULES);
        Map<String, byte[]> edited = new HashMap<>();
        if (body.length > 0) {
            JsonNode files = ApiJson.read(body).path("files");
            if (!files.isObject()) {
                throw new RefusedRequest(ApiProblem.wrong(
                        "nội dung yêu cầu",
                        "thiếu “files”",
                        "ghi {\"files\": {\"duties.csv\": \"…\"}}, hoặc để trống"));
            }
            files.properties().forEach(file -> edited.put(file.getKey(), textOf(file.getKey(), file.getValue())));
        }
        return desk.checkRules()
                .apply(edited)
                .map(checked -> ApiReply.ok(StableAnswers.checked(checked)))
                .orElseGet(() -> ApiReply.refused(ApiProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Busy",
                        "Đang kiểm tra một bộ quy tắc khác; xin gửi lại sau ít giây.")));
    }

    private static byte[] textOf(String name, JsonNode content) {
        if (!content.isTextual() || !name.matches("[A-Za-z0-9._-]{1,80}") || name.startsWith(".")) {
            throw new RefusedRequest(ApiProblem.wrong(
                    "files." + name, "tên tệp hoặc nội dung không đúng", "tên chữ không dấu; nội dung là một chuỗi"));
        }
        return content.textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] document() {
        try (InputStream file = ApiAnnex.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(file, "openapi.json").readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
