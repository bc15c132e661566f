package vn.dondoc.letters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problem;
import vn.dondoc.reading.Problems;

/**
 * The templates by which letters are worded. An edited folder is proved aside and taken up as a whole; a broken edit
 * leaves the old texts in force.
 */
public final class TemplatesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(TemplatesInForce.class);

    private final Path folder;
    private final Language language;
    private volatile Map<String, String> seen;
    private volatile LetterTemplates inForce;

    /**
     * @param mail the folder of templates; those of another language than Vietnamese lie in a folder within
     * @throws FaultyFileException when there is no faultless folder to start with, with file and line
     */
    public TemplatesInForce(Path mail, Language language) {
        this.folder = language.templatesIn(mail);
        this.language = language;
        this.seen = TemplateFolder.read(folder, new Problems());
        this.inForce = LetterTemplates.load(folder, language);
    }

    public LetterTemplates current() {
        return inForce;
    }

    /** Takes an edit up. Returns its mistakes, with the old texts still in force; empty when all is well. */
    public List<Problem> refresh() {
        Map<String, String> now = TemplateFolder.read(folder, new Problems());
        if (now.equals(seen)) {
            return List.of();
        }
        seen = now;
        try {
            inForce = LetterTemplates.load(folder, language);
            LOG.info("letter texts of {} taken up", folder);
            return List.of();
        } catch (FaultyFileException faulty) {
            LOG.warn("letter texts refused, the old ones stay in force:\n{}", faulty.getMessage());
            return faulty.problems();
        }
    }
}
