package vn.dondoc.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of a workbook share. */
final class SharedTexts {
    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    static SharedTexts read(@Nullable PartReader part, Allowance allowance) throws IOException {
        List<String> texts = new ArrayList<>();
        if (part == null) {
            return new SharedTexts(texts);
        }
        for (String element = part.nextElement(); element != null; element = part.nextElement()) {
            if (element.equals("si")) {
                allowance.useText();
                texts.add(part.runs());
            }
        }
        return new SharedTexts(texts);
    }

    String at(String written) throws UnreadableSpreadsheetException {
        try {
            return texts.get(Integer.parseInt(written.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException noSuchText) {
            throw UnreadableSpreadsheetException.broken();
        }
    }
}
