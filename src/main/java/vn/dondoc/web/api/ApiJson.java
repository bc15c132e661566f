package vn.dondoc.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as the command line writes it, on one line. */
final class ApiJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private ApiJson() {}

    static String write(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static com.fasterxml.jackson.databind.JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (java.io.IOException faulty) {
            throw new RefusedRequest(
                    ApiProblem.wrong("nội dung yêu cầu", "không phải JSON", "xem /api/v1/openapi.json"));
        }
    }
}
