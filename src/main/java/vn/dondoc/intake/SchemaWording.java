package vn.dondoc.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.facts.ReportedStatus;
import vn.dondoc.reading.Nearest;
import vn.dondoc.reading.Problems;

/** Says in Vietnamese what the schema found. */
final class SchemaWording {
    private static final List<String> STATUS_CODES =
            Arrays.stream(ReportedStatus.values()).map(ReportedStatus::code).toList();

    private SchemaWording() {}

    static void add(Error error, String place, List<String> knownKeys, Problems problems) {
        JsonNode written = error.getInstanceNode();
        switch (error.getKeyword()) {
            case "additionalProperties" ->
                problems.add(
                        place,
                        "không có khóa " + Quote.of(error.getProperty()),
                        Nearest.hint(Quote.shortened(error.getProperty()), knownKeys));
            case "required" ->
                problems.add(
                        place, "thiếu khóa “" + error.getProperty() + "”", "thêm khóa “" + error.getProperty() + "”");
            case "type" -> addType(error, place, problems);
            case "enum" -> problems.add(place, Wording.unknownStatus(text(written)), statusHint(text(written)));
            case "pattern" -> problems.add(place, Wording.unknownPeriod(text(written)), Wording.PERIOD_HINT);
            case "minLength" -> problems.add(place, "để trống", "ghi mã");
            case "maxLength" -> problems.add(place, Wording.tooLong(limit(error)), Wording.TOO_LONG_HINT);
            case "minItems" -> problems.add(place, "danh sách trống", "ghi ít nhất một mục");
            default -> problems.add(place, "không đúng mẫu báo cáo", "xem mẫu status-report.schema.json");
        }
    }

    private static void addType(Error error, String place, Problems problems) {
        JsonNode written = error.getInstanceNode();
        List<String> wanted = wanted(error.getSchemaNode());
        String message = Quote.of(text(written)) + " không phải là "
                + wanted.stream().map(SchemaWording::word).collect(Collectors.joining(" hoặc "));
        problems.add(place, message, typeHint(written, wanted));
    }

    private static String typeHint(JsonNode written, List<String> wanted) {
        if (wanted.contains("number") && written.isTextual()) {
            return written.textValue().contains("%")
                    ? Wording.PERCENT_HINT
                    : "ghi số không có dấu ngoặc kép, ví dụ 8 hoặc 13.2";
        }
        if (wanted.contains("string")) {
            return "đặt nội dung trong dấu ngoặc kép";
        }
        return wanted.contains("number") ? "ghi số, ví dụ 8 hoặc 13.2" : "xem mẫu status-report.schema.json";
    }

    private static List<String> wanted(JsonNode type) {
        if (type.isTextual()) {
            return List.of(type.textValue());
        }
        List<String> words = new ArrayList<>();
        type.forEach(word -> words.add(word.asText()));
        words.remove("null");
        return words;
    }

    private static String word(String type) {
        return switch (type) {
            case "number" -> "số";
            case "string" -> "chuỗi chữ";
            case "array" -> "danh sách [ … ]";
            case "object" -> "đối tượng { … }";
            default -> type;
        };
    }

    private static String statusHint(String written) {
        return ReportedStatus.read(written)
                .map(status -> "trong JSON ghi “" + status.code() + "”")
                .orElseGet(() -> Nearest.hint(Quote.shortened(written), STATUS_CODES));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private static String limit(Error error) {
        return error.getSchemaNode().asText();
    }
}
