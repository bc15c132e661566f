package vn.dondoc.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The pages' templates, compiled with the program. Every value is escaped. */
final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    String sheet(SheetView view) {
        return render("sheet.jte", view);
    }

    String message(MessageView view) {
        return render("message.jte", view);
    }

    private String render(String template, Object view) {
        StringOutput page = new StringOutput();
        templates.render(template, view, page);
        return page.toString();
    }
}
