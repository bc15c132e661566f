package vn.dondoc.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;
import vn.dondoc.reading.VietnameseDate;
import vn.dondoc.reading.VietnameseText;

/**
 * The values of one JSON object. What the schema found at fault reads as missing: it has its problem already.
 *
 * @param prefix path of the object inside its entry: empty, or {@code items[0].}
 * @param faulty paths inside the entry that the schema refused
 */
record JsonFields(JsonNode node, String prefix, Set<String> faulty, Place.InJson place, Problems problems) {

    String text(Column column) {
        JsonNode value = node.path(column.key());
        return faulty.contains(prefix + column.key()) || !value.isTextual() ? "" : value.textValue();
    }

    String line(Column column) {
        return VietnameseText.oneLine(text(column));
    }

    @Nullable LocalDate day(Column column) {
        String written = line(column);
        Optional<LocalDate> day = VietnameseDate.read(written);
        if (day.isEmpty() && !written.isEmpty()) {
            problems.add(place.cell(column), Wording.noDate(written), Wording.DATE_HINT);
        }
        return day.orElse(null);
    }

    @Nullable BigDecimal number(Column column) {
        JsonNode value = node.path(column.key());
        if (faulty.contains(prefix + column.key()) || !value.isNumber()) {
            return null;
        }
        BigDecimal number = value.decimalValue();
        return WrittenNumber.ofFairSize(number, number.toString(), place.cell(column), problems);
    }

    /** The objects of a list; elements that are none have their problem already. */
    Stream<JsonFields> each(String list) {
        JsonNode elements = node.path(list);
        return IntStream.range(0, elements.isArray() ? elements.size() : 0)
                .filter(index -> elements.get(index).isObject())
                .mapToObj(index -> new JsonFields(
                        elements.get(index), list + "[" + index + "].", faulty, place.inside(list, index), problems));
    }
}
