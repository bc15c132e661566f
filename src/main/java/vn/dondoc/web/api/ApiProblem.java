package vn.dondoc.web.api;

import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.reading.Problem;

/**
 * A refusal as RFC 9457 has it, with every mistake at once in the words of the command line.
 *
 * @param kind the last part of its type, ASCII
 * @param title what is the matter, the same for every refusal of the kind
 * @param detail what is the matter here, in Vietnamese
 * @param more further keys
 */
record ApiProblem(
        HttpStatus status, String kind, String title, String detail, List<Problem> errors, Map<String, Object> more) {
    static final String MEDIA_TYPE = "application/problem+json";

    ApiProblem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
    }

    static ApiProblem of(HttpStatus status, String kind, String title, String detail) {
        return new ApiProblem(status, kind, title, detail, List.of(), Map.of());
    }

    /** Something in the request itself is wrong. */
    static ApiProblem wrong(String place, String message, String hint) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "Invalid request",
                message,
                List.of(new Problem(place, message, hint)),
                Map.of());
    }

    static ApiProblem notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "Không có nội dung này, hoặc mã truy cập không được xem.");
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:dondoc:problem:" + kind);
        json.put("title", title);
        json.put("status", status.getCode());
        json.put("detail", detail);
        json.put("errors", errors.stream().map(StableAnswers::problem).toList());
        json.putAll(new java.util.TreeMap<>(more));
        return json;
    }
}
