package vn.dondoc.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook's cell styles. */
final class NumberFormats {
    private static final String DAY = "dd/mm/yyyy";
    private static final String DAY_OF_EVERY_YEAR = "d-mmm";
    private static final int MOST = 100_000;

    private final List<String> ofStyles;

    private NumberFormats(List<String> ofStyles) {
        this.ofStyles = ofStyles;
    }

    static NumberFormats read(@Nullable PartReader styles) throws IOException {
        Map<String, String> named = new HashMap<>();
        List<String> ofStyles = new ArrayList<>();
        if (styles == null) {
            return new NumberFormats(ofStyles);
        }
        boolean ofCells = false;
        for (String element = styles.nextElement(); element != null; element = styles.nextElement()) {
            switch (element) {
                case "numFmt" -> named.put(styles.attribute("numFmtId"), styles.attribute("formatCode"));
                case "cellXfs" -> ofCells = true;
                case "cellStyles", "dxfs" -> ofCells = false;
                case "xf" -> {
                    if (ofCells && ofStyles.size() < MOST) {
                        String id = styles.attribute("numFmtId");
                        ofStyles.add(named.getOrDefault(id, builtIn(id)));
                    }
                }
                default -> {}
            }
        }
        return new NumberFormats(ofStyles);
    }

    /** The formats that a workbook does not spell out (ECMA-376, 18.8.30), as far as they tell days and shares. */
    private static String builtIn(String id) {
        return switch (id) {
            case "9" -> "0%";
            case "10" -> "0.00%";
            case "14", "15", "17", "22" -> DAY;
            case "16" -> DAY_OF_EVERY_YEAR;
            case "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" -> DAY;
            default -> "";
        };
    }

    /** @param style the number that a cell gives; empty for none */
    String of(String style) {
        if (style.isEmpty() || style.length() > 6 || !style.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        int place = Integer.parseInt(style);
        return place < ofStyles.size() ? ofStyles.get(place) : "";
    }
}
