package vn.dondoc.web.api;

import io.javalin.http.HttpStatus;

/**
 * What a program is answered.
 *
 * @param location of what was made; empty without one
 */
record ApiReply(HttpStatus status, String mediaType, String body, String location) {
    private static final String JSON = "application/json";

    static ApiReply of(HttpStatus status, Object json) {
        return new ApiReply(status, JSON, ApiJson.write(json), "");
    }

    static ApiReply ok(Object json) {
        return of(HttpStatus.OK, json);
    }

    static ApiReply refused(ApiProblem problem) {
        return new ApiReply(problem.status(), ApiProblem.MEDIA_TYPE, ApiJson.write(problem.json()), "");
    }

    /** As it was answered before. */
    static ApiReply again(int status, String body) {
        HttpStatus known = HttpStatus.forStatus(status);
        return new ApiReply(known, status >= 400 ? ApiProblem.MEDIA_TYPE : JSON, body, "");
    }

    ApiReply at(String path) {
        return new ApiReply(status, mediaType, body, path);
    }
}
