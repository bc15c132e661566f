package vn.dondoc.web.console.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a preview came to.
 *
 * @param changes what the edit says, in duties and dates
 * @param letters the letters that change, by unit and day
 * @param verdicts the verdicts that change
 */
record PreviewAnswer(
        List<PreviewView.Edit> changes, List<PreviewView.Letter> letters, List<PreviewView.Verdict> verdicts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    PreviewAnswer {
        changes = List.copyOf(changes);
        letters = List.copyOf(letters);
        verdicts = List.copyOf(verdicts);
    }

    static PreviewAnswer read(InputStream json) throws IOException {
        JsonNode answer = JSON.readTree(json);
        List<PreviewView.Edit> changes = new ArrayList<>();
        answer.path("rules").forEach(each -> changes.add(edit(each)));
        List<PreviewView.Letter> letters = new ArrayList<>();
        answer.path("letters").forEach(each -> letters.add(letter(each, letters.size())));
        List<PreviewView.Verdict> verdicts = new ArrayList<>();
        answer.path("verdicts").forEach(each -> verdicts.add(verdict(each)));
        return new PreviewAnswer(changes, letters, verdicts);
    }

    private static PreviewView.Edit edit(JsonNode change) {
        List<String> values = new ArrayList<>();
        change.path("values")
                .forEach(value -> values.add(
                        text(value, "heading") + ": “" + text(value, "before") + "” → “" + text(value, "after") + "”"));
        return new PreviewView.Edit(text(change, "id"), text(change, "title"), text(change, "kind"), values);
    }

    private static PreviewView.Letter letter(JsonNode letter, int number) {
        return new PreviewView.Letter(
                number,
                text(letter, "change"),
                text(letter, "agency"),
                text(letter, "to"),
                text(letter, "kind"),
                text(letter, "subject"),
                side(letter.path("before")),
                side(letter.path("after")));
    }

    private static Optional<PreviewView.Side> side(JsonNode side) {
        return side.isObject()
                ? Optional.of(new PreviewView.Side(
                        LocalDate.parse(text(side, "day")), text(side, "time"), text(side, "page")))
                : Optional.empty();
    }

    private static PreviewView.Verdict verdict(JsonNode verdict) {
        return new PreviewView.Verdict(
                text(verdict, "agency"),
                text(verdict, "duty"),
                text(verdict, "period"),
                text(verdict, "before"),
                text(verdict, "after"),
                LocalDate.parse(text(verdict, "from")),
                LocalDate.parse(text(verdict, "until")));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }
}
