package vn.dondoc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import vn.dondoc.reading.CsvLine;

/** The stable JSON that scripts rely on: every key present, lists sorted, dates ISO. */
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private Answers() {}

    static String json(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One CSV line; a cell that a spreadsheet would take for a formula is made text. */
    static String csv(List<String> cells) {
        return CsvLine.of(cells);
    }
}
