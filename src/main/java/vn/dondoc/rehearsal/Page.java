package vn.dondoc.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pages to look at have in common: they open without a server, in light and dark, on a phone. */
final class Page {
    private static final String STYLE = """
            <style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin:0 auto;max-width:62rem;padding:1rem}
            h1{font-size:1.4rem;line-height:1.25}h2{font-size:1.1rem;margin-top:2rem}
            .note{border-left:4px solid #b45309;padding:.25rem .75rem}
            ul{list-style:none;padding:0}li{padding:.5rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}
            small{display:block;opacity:.8}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #8884}
            td.n,th.n{text-align:right}
            .wide{overflow-x:auto}
            .months{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem}
            .month{table-layout:fixed}.month caption{text-align:left;font-weight:bold}
            .month td,.month th{text-align:center;padding:.15rem;font-size:.8rem}.month b{display:block;min-height:1.1rem}
            .month .off,.month .out{opacity:.55}.month .off{background:#8883}
            .month .some{background:#3b82f633}.month .many{background:#3b82f680}
            </style>
            """;

    private Page() {}

    static String begin(String title) {
        return "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escape(title)
                + "</title>" + STYLE + "<h1>" + escape(title) + "</h1>";
    }

    static void save(Path file, String page) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
