package vn.dondoc.console;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page, filled in by the labels that its reader sees, and sent as a browser without a script sends it. */
final class FilledForm {
    private final SampleConsole console;
    private final String person;
    private final Element form;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private FilledForm(SampleConsole console, String person, Element form) {
        this.console = console;
        this.person = person;
        this.form = form;
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            boolean unchecked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!unchecked) {
                fields.put(field.attr("name"), valueOf(field));
            }
        }
    }

    /** The form of a page that goes to an address. */
    static FilledForm on(SampleConsole console, String person, String path, String action) {
        return of(console, person, console.get(person, path), action);
    }

    /** The same on a page that is there already. */
    static FilledForm of(SampleConsole console, String person, HttpResponse<String> answer, String action) {
        Document page = Jsoup.parse(answer.body());
        Element form = page.selectFirst("form[method=post][action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form to " + action + ":\n" + page.text());
        }
        return new FilledForm(console, person, form);
    }

    private static String valueOf(Element field) {
        if (field.tagName().equals("textarea")) {
            String text = field.wholeText();
            return text.startsWith("\n") ? text.substring(1) : text;
        }
        Element chosen = field.tagName().equals("select") ? field.selectFirst("option[selected]") : null;
        if (field.tagName().equals("select") && chosen == null) {
            chosen = field.selectFirst("option");
        }
        return chosen == null ? field.attr("value") : chosen.attr("value");
    }

    FilledForm fill(String label, String value) {
        Element named = form.select("label").stream()
                .filter(each -> each.text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field “" + label + "”"));
        fields.put(
                Objects.requireNonNull(form.getElementById(named.attr("for"))).attr("name"), value);
        return this;
    }

    String value(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    FilledForm with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    HttpResponse<String> press(String button) {
        Element pressed = form.select("button").stream()
                .filter(each -> each.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + button + "”"));
        if (pressed.hasAttr("name")) {
            fields.put(pressed.attr("name"), pressed.attr("value"));
        }
        return console.post(person, form.attr("action"), fields);
    }
}
