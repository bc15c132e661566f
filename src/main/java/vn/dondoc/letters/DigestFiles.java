package vn.dondoc.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.enclosures.FileArchive;
import vn.dondoc.enclosures.FindingsTable;
import vn.dondoc.enclosures.OfficialDrafts;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.letters.LetterSettings.Office;
import vn.dondoc.notices.Digest;
import vn.dondoc.outbox.Attachment;

/** What a digest carries whoever reads it, made once for all readers of the same units: pictures, the table, the drafts. */
final class DigestFiles {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** More files than these make a letter's list of attachments unreadable. */
    private static final int MOST_SINGLE_DRAFTS = 3;

    private final DigestPictures drawing;
    private final List<DigestPicture> forLetter;
    private final Map<Integer, List<DigestPicture>> forPage = new ConcurrentHashMap<>();
    private final Attachment table;
    private final List<Attachment> drafts;

    private DigestFiles(DigestPictures drawing, Attachment table, List<Attachment> drafts) {
        this.drawing = drawing;
        this.forLetter = drawing.forLetter();
        this.table = table;
        this.drafts = drafts;
    }

    /**
     * Makes them.
     *
     * @param words the language of the letter
     * @param drafted fills the Word template with the words of a draft
     * @param vietnamese as {@link Frame#of} gives it in Vietnamese
     */
    static DigestFiles of(Digest digest, Words words, Drafted drafted, Map<String, Object> vietnamese) {
        return new DigestFiles(
                new DigestPictures(digest, words), tableOf(digest), draftsOf(digest, drafted, vietnamese));
    }

    /** Fills drafts; several digests of one day ask for the same one, as a unit is in the province and in a field. */
    static final class Drafted {
        private final OfficialDrafts templates;
        private final Registry registry;
        private final Office office;
        private final Map<Map<String, Object>, byte[]> filled = new ConcurrentHashMap<>();

        Drafted(OfficialDrafts templates, Registry registry, Office office) {
            this.templates = templates;
            this.registry = registry;
            this.office = office;
        }

        List<Agency> lateUnits(Digest digest) {
            return DraftView.lateUnits(digest, registry);
        }

        byte[] of(Agency unit, Digest digest, Map<String, Object> vietnamese) {
            return filled.computeIfAbsent(
                    DraftView.of(unit, digest, vietnamese, office), words -> templates.fill(digest.day(), words));
        }
    }

    List<DigestPicture> forLetter() {
        return forLetter;
    }

    /** @param bars how many targets there is room for */
    List<DigestPicture> forPage(int bars) {
        return forPage.computeIfAbsent(bars, drawing::forPage);
    }

    Attachment table() {
        return table;
    }

    /** One file for each late unit, or one archive of them all. */
    List<Attachment> drafts() {
        return drafts;
    }

    private static Attachment tableOf(Digest digest) {
        byte[] xlsx = FindingsTable.of(FindingRows.of(digest.open()), digest.day());
        return Attachment.file("bang-tong-hop-" + digest.day() + ".xlsx", XLSX, xlsx);
    }

    private static List<Attachment> draftsOf(Digest digest, Drafted drafted, Map<String, Object> vietnamese) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Agency unit : drafted.lateUnits(digest)) {
            String name = DraftView.fileName(unit, digest);
            files.put(files.containsKey(name) ? unit.id() + "-" + name : name, drafted.of(unit, digest, vietnamese));
        }
        if (files.size() > MOST_SINGLE_DRAFTS) {
            String name = "cong-van-don-doc-" + digest.day() + ".zip";
            return List.of(Attachment.file(name, "application/zip", FileArchive.of(files, digest.day())));
        }
        return files.entrySet().stream()
                .map(file -> Attachment.file(file.getKey(), DOCX, file.getValue()))
                .toList();
    }
}
