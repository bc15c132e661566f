package vn.dondoc.letters;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/**
 * The administrators' templates, read once and proved on sample letters before any is used. Holds their text: a later
 * change of the folder changes nothing until it is loaded anew.
 */
public final class LetterTemplates {
    /** The digest as it is printed on one page; there is no such page of other letters. */
    private static final String DIGEST_PAGE = "digest-page.html" + TemplateFolder.SUFFIX;

    private final Map<String, String> files;
    private final Words words;
    private final PebbleEngine text;
    private final PebbleEngine html;

    private LetterTemplates(Map<String, String> templates, Words words) {
        this.files = templates;
        this.words = words;
        this.text = Sandbox.over(templates, false);
        this.html = Sandbox.over(templates, true);
    }

    /** Vietnamese templates, as {@link #load(Path, Language)}. */
    public static LetterTemplates load(Path folder) {
        return load(folder, Language.VI);
    }

    /**
     * Reads a folder of templates and renders every sample letter with them.
     *
     * @param language the one that they are written in, in which they are given their words
     * @throws FaultyFileException with file and line of each mistake
     */
    public static LetterTemplates load(Path folder, Language language) {
        Problems problems = new Problems();
        Map<String, String> files = TemplateFolder.read(folder, problems);
        AddedTemplates.completing(files, language);
        TemplateLoops.check(files, problems);
        for (LetterForm form : LetterForm.values()) {
            requireFile(files, form.textTemplate(), problems);
            requireFile(files, form.htmlTemplate(), problems);
        }
        requireFile(files, DIGEST_PAGE, problems);
        problems.refuseIfAny();
        LetterTemplates templates = new LetterTemplates(files, Words.in(language));
        templates.mistakes().forEach(mistake -> problems.add(mistake.place(), mistake.message(), mistake.hint()));
        problems.refuseIfAny();
        return templates;
    }

    /** The words that letters on these templates are made of. */
    Words words() {
        return words;
    }

    /** The two parts of one letter. */
    record Parts(String text, String html) {}

    Parts render(LetterForm form, Map<String, Object> view) {
        Map<String, Object> clean = CleanText.of(view);
        String page = render(html, form.htmlTemplate(), clean);
        return new Parts(
                TextLayout.of(render(text, form.textTemplate(), clean)),
                withoutSurplusBlanks(page).strip() + "\n");
    }

    /** Without empty lines and blanks before a line's end, which tags leave behind; by hand, for every letter passes here. */
    static String withoutSurplusBlanks(String page) {
        StringBuilder rest = new StringBuilder(page.length());
        int from = 0;
        int lineEnd = page.indexOf('\n');
        while (lineEnd >= 0) {
            int end = lineEnd;
            while (end > from && isBlank(page.charAt(end - 1))) {
                end--;
            }
            rest.append(page.substring(from, end)).append('\n');
            from = afterEmptyLines(page, lineEnd + 1);
            lineEnd = page.indexOf('\n', from);
        }
        return rest.append(page.substring(from)).toString();
    }

    /** The place after the last line end that has only blanks before it, from a place on. */
    private static int afterEmptyLines(String page, int from) {
        int after = from;
        for (int place = from; place < page.length() && isBlank(page.charAt(place)); place++) {
            after = page.charAt(place) == '\n' ? place + 1 : after;
        }
        return after;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    /** The page of a digest for print, as HTML. */
    String renderDigestPage(Map<String, Object> view) {
        return render(html, DIGEST_PAGE, CleanText.of(view));
    }

    private static String render(PebbleEngine engine, String template, Map<String, Object> cleanView) {
        StringWriter rendered = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(rendered, cleanView);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rendered.toString();
    }

    private static void requireFile(Map<String, String> files, String name, Problems problems) {
        if (!files.containsKey(name)) {
            problems.add(name, "thiếu tệp mẫu thư, hoặc tệp rỗng", "chép lại tệp đi kèm chương trình");
        }
    }

    /** What goes wrong on the samples; they pass through every branch that the shipped templates have. */
    private Set<Problem> mistakes() {
        Set<Problem> mistakes = new LinkedHashSet<>();
        for (SampleLetters.Sample sample : new SampleLetters(words).all()) {
            Map<String, Object> view = CleanText.of(sample.view());
            tryOut(text, sample.form().textTemplate(), view, mistakes);
            tryOut(html, sample.form().htmlTemplate(), view, mistakes);
            if (sample.form() == LetterForm.DIGEST) {
                tryOut(html, DIGEST_PAGE, view, mistakes);
            }
        }
        return mistakes;
    }

    private void tryOut(PebbleEngine engine, String template, Map<String, Object> view, Set<Problem> mistakes) {
        try {
            render(engine, template, view);
        } catch (PebbleException | StackOverflowError | ClassCastException | IllegalArgumentException mistake) {
            mistakes.add(new TemplateMistakes(files).of(template, mistake, namesIn(view, new TreeSet<>())));
        }
    }

    private static Set<String> namesIn(Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                names.add(String.valueOf(key));
                namesIn(element, names);
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(element -> namesIn(element, names));
        }
        return names;
    }
}
