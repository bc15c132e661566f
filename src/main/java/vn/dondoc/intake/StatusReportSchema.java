package vn.dondoc.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.dondoc.reading.Problems;

/**
 * The shape of a report in JSON: {@code status-report.schema.json} (JSON Schema, draft 2020-12). The head of a report
 * and each entry are checked apart, so that a mistake in one entry leaves the others readable.
 */
public final class StatusReportSchema {
    private static final String FILE = "status-report.schema.json";

    private final JsonNode document;
    private final Part heading;
    private final Part entry;

    public StatusReportSchema() {
        document = read();
        String id = document.get("$id").textValue();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(known -> known.equals(id) ? document.toString() : null));
        heading = part(registry, id, "heading");
        entry = part(registry, id, "entry");
    }

    /** The schema itself, for whoever wants to check a report before sending it. */
    public String text() {
        return document.toPrettyString();
    }

    Part heading() {
        return heading;
    }

    Part entry() {
        return entry;
    }

    private Part part(SchemaRegistry registry, String id, String name) {
        return new Part(
                registry.getSchema(SchemaLocation.of(id + "#/$defs/" + name)),
                document.get("$defs").get(name));
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(StatusReportSchema.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One definition of the schema. */
    record Part(Schema schema, JsonNode definition) {

        /**
         * Checks a piece of a report.
         *
         * @param place turns a path inside the piece ({@code items[0].unit}, empty for the piece itself) into a place
         * @return the paths that are at fault and must not be read any further
         */
        Set<String> check(JsonNode piece, UnaryOperator<String> place, Problems problems) {
            Set<String> faulty = new HashSet<>();
            for (Error error : schema.validate(piece)) {
                String path = written(error.getInstanceLocation());
                faulty.add(path);
                SchemaWording.add(error, place.apply(path), keysAt(error.getInstanceLocation()), problems);
            }
            return faulty;
        }

        private List<String> keysAt(NodePath location) {
            JsonNode at = definition;
            for (int i = 0; i < location.getNameCount(); i++) {
                at = location.getElement(i) instanceof Integer
                        ? at.path("items")
                        : at.path("properties").path(location.getName(i));
            }
            List<String> keys = new ArrayList<>();
            at.path("properties").fieldNames().forEachRemaining(keys::add);
            return keys;
        }

        private static String written(NodePath location) {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < location.getNameCount(); i++) {
                if (location.getElement(i) instanceof Integer index) {
                    path.append('[').append(index.intValue()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(location.getName(i));
                }
            }
            return path.toString();
        }
    }
}
