package vn.dondoc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.facts.Measure;
import vn.dondoc.facts.Requirement;
import vn.dondoc.facts.Requirement.Operator;
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

    /** {"numerator","denominator"} or {"value"}; null where nothing was measured. */
    static @Nullable Map<String, Object> measured(@Nullable Measure measure) {
        if (measure == null) {
            return null;
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        if (measure.numerator() != null && measure.denominator() != null) {
            measured.put("numerator", number(measure.numerator()));
            measured.put("denominator", number(measure.denominator()));
        } else {
            measured.put("value", number(measure.count()));
        }
        return measured;
    }

    /** {"op","percent"} or {"op","value"}; null where the Decision gives no number to compare with. */
    static @Nullable Map<String, Object> required(@Nullable Requirement requirement, @Nullable BigDecimal yearBefore) {
        if (requirement == null || requirement.operator() == Operator.JUDGED_BY_PERSON) {
            return null;
        }
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("op", requirement.operator().sign());
        if (requirement.isShare()) {
            required.put("percent", number(BigDecimal.valueOf(requirement.percent(), 2)));
        } else if (requirement.operator() == Operator.MORE_THAN_YEAR_BEFORE) {
            required.put("value", yearBefore == null ? null : number(yearBefore));
        } else {
            required.put("value", requirement.value());
        }
        return required;
    }

    /** Whole numbers without a fraction, others as they are. */
    private static Number number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.longValueExact() : plain;
    }

    /** One CSV line; a cell that a spreadsheet would take for a formula is made text. */
    static String csv(List<String> cells) {
        return CsvLine.of(cells);
    }
}
