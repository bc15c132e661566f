package vn.dondoc.enclosures;

import fr.opensagres.xdocreport.core.XDocReportException;
import fr.opensagres.xdocreport.document.IXDocReport;
import fr.opensagres.xdocreport.document.docx.preprocessor.sax.DocxPreprocessor;
import fr.opensagres.xdocreport.document.registry.XDocReportRegistry;
import fr.opensagres.xdocreport.template.IContext;
import fr.opensagres.xdocreport.template.formatter.FieldsMetadata;
import fr.opensagres.xdocreport.template.freemarker.FreemarkerTemplateEngine;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleHash;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;

/**
 * Drafts of official letters, filled into Word templates that an administrator edits; ready to be numbered and signed.
 * What a template may name is said in {@code config/cong-van/README.md}.
 */
public final class OfficialDrafts {
    private static final int MOST_BYTES = 2_000_000;
    private static final LocalDate SAMPLE_DAY = LocalDate.of(2017, 12, 18);
    /** The name under which a template repeats a row of its table for each duty. */
    private static final String DUTIES = "duties";

    private static final List<String> OF_A_DUTY =
            List.of("number", "code", "task", "clause", "period", "due", "state", "lacking");

    /** Where a Word file holds text. */
    private static final List<String> FILLED = List.of("word/document.xml", "word/header*.xml", "word/footer*.xml");

    private final Map<Form, IXDocReport> templates;

    private OfficialDrafts(Map<Form, IXDocReport> templates) {
        this.templates = templates;
    }

    /** The form that official letters have by the law of their day. */
    public enum Form {
        /** Circular 01/2011/TT-BNV. */
        CIRCULAR_2011("don-doc-2011.docx"),
        /** Decree 30/2020/NĐ-CP, in force since 05/03/2020. */
        DECREE_2020("don-doc-2020.docx");

        private static final LocalDate DECREE_IN_FORCE = LocalDate.of(2020, 3, 5);

        private final String file;

        Form(String file) {
            this.file = file;
        }

        public String file() {
            return file;
        }

        public static Form inForceOn(LocalDate day) {
            return day.isBefore(DECREE_IN_FORCE) ? CIRCULAR_2011 : DECREE_2020;
        }
    }

    /**
     * Reads the templates of a folder and fills each with a sample.
     *
     * @param sample words of a made-up letter, with every name that a real one has
     */
    public static OfficialDrafts load(Path folder, Map<String, Object> sample, Problems problems) {
        Map<Form, IXDocReport> templates = new EnumMap<>(Form.class);
        for (Form form : Form.values()) {
            read(folder.resolve(form.file()), problems).ifPresent(report -> templates.put(form, report));
        }
        OfficialDrafts drafts = new OfficialDrafts(templates);
        templates.forEach((form, report) -> {
            try {
                drafts.fill(report, SAMPLE_DAY, sample);
            } catch (IOException | XDocReportException | RuntimeException mistake) {
                problems.add(form.file(), "mẫu công văn không điền được: " + reason(mistake), hint());
            }
        });
        return drafts;
    }

    /**
     * Fills the form of a day.
     *
     * @param words texts under their names, and the list {@code duties} of such maps
     * @return a DOCX; the same words give the same bytes
     */
    public synchronized byte[] fill(LocalDate day, Map<String, Object> words) {
        Form form = Form.inForceOn(day);
        IXDocReport template = templates.get(form);
        if (template == null) {
            throw new IllegalStateException(form.file() + " was not loaded");
        }
        try {
            return fill(template, day, words);
        } catch (IOException | XDocReportException failed) {
            throw new IllegalStateException(form.file() + " passed its sample and fails now", failed);
        }
    }

    private byte[] fill(IXDocReport template, LocalDate day, Map<String, Object> words)
            throws IOException, XDocReportException {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        template.process(template.createContext(words), filled);
        return ReproducibleZip.of(filled.toByteArray(), day);
    }

    private static Optional<IXDocReport> read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(name, "thiếu mẫu công văn", "chép lại tệp đi kèm chương trình vào config/cong-van");
            } else if (Files.size(file) > MOST_BYTES) {
                problems.add(name, "tệp lớn hơn " + MOST_BYTES + " byte", "bỏ hình ảnh khỏi mẫu");
            } else {
                return Optional.of(open(Files.readAllBytes(file)));
            }
        } catch (IOException | XDocReportException | RuntimeException unreadable) {
            problems.add(name, "không đọc được mẫu công văn: " + reason(unreadable), "lưu lại bằng Word dạng .docx");
        }
        return Optional.empty();
    }

    private static IXDocReport open(byte[] docx) throws IOException, XDocReportException {
        FreemarkerTemplateEngine engine = new ParsedOnce();
        engine.setFreemarkerConfiguration(closed());
        IXDocReport report = new XDocReportRegistry().loadReport(new ByteArrayInputStream(docx), engine, false);
        FieldsMetadata fields = report.createFieldsMetadata();
        OF_A_DUTY.forEach(name -> fields.addFieldAsList(DUTIES + "." + name));
        // the engine's work on styles, lists and links needs its own objects in the template
        report.removeAllPreprocessors();
        FILLED.forEach(part -> report.addPreprocessor(part, DocxPreprocessor.INSTANCE));
        report.preprocess();
        return report;
    }

    /** A template sees texts and lists, and reaches no class of Java. */
    private static Configuration closed() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new WordsOnly());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setOutputFormat(XMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        return configuration;
    }

    /** The first two lines, what and which; the engine goes on with the whole generated template. */
    private static String reason(Exception mistake) {
        Throwable cause = mistake;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return String.join(" ", message.lines().limit(2).toList()).replaceAll(" *\\[in template.*", "");
    }

    private static String hint() {
        return "các tên trường dùng được ghi ở config/cong-van/README.md";
    }

    /** Parses each part of a Word file at its first filling, where the engine would at every one. */
    private static final class ParsedOnce extends FreemarkerTemplateEngine {
        private final Map<String, Template> parsed = new HashMap<>();

        @Override
        protected void processNoCache(String part, IContext words, Reader text, Writer filled)
                throws XDocReportException, IOException {
            Template template = parsed.get(part);
            if (template == null) {
                template = new Template(part, text, getFreemarkerConfiguration());
                parsed.put(part, template);
            }
            try {
                template.process(words, filled);
            } catch (TemplateException mistake) {
                throw new XDocReportException(mistake);
            }
        }
    }

    /** Shows a template texts, maps and lists; the engine's own objects, which come along, stay out of reach. */
    private static final class WordsOnly extends SimpleObjectWrapper {

        WordsOnly() {
            super(Configuration.VERSION_2_3_32);
        }

        @Override
        public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
            return value instanceof IContext context
                    ? new SimpleHash(context.getContextMap(), this)
                    : super.wrap(value);
        }
    }
}
