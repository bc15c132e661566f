package vn.dondoc.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages' templates, compiled with the program. Every value is escaped. */
final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    private final String office;

    /** @param office whose pages they are, at the head of each */
    Pages(String office) {
        this.office = office;
    }

    String sheet(SheetView view) {
        return render("sheet.jte", view);
    }

    String message(MessageView view) {
        return render("message.jte", view);
    }

    private String render(String template, Object view) {
        StringOutput page = new StringOutput();
        templates.render(template, Map.of("view", view, "office", office), page);
        return page.toString();
    }
}
