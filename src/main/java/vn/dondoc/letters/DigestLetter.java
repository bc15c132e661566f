package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.enclosures.FileArchive;
import vn.dondoc.enclosures.FindingsTable;
import vn.dondoc.enclosures.OfficialDrafts;
import vn.dondoc.enclosures.PrintedPage;
import vn.dondoc.facts.Agency;
import vn.dondoc.facts.Registry;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.outbox.Attachment;

/** The digest of one leader with everything that goes with it: pictures, the page for print, the table, the drafts. */
final class DigestLetter {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** More files than these make a letter's list of attachments unreadable. */
    private static final int MOST_SINGLE_DRAFTS = 3;

    private final LetterTemplates templates;
    private final OfficialDrafts drafts;
    private final Registry registry;
    private final WeeklyDigest notice;
    private final Frame frame;
    private final String subject;

    DigestLetter(
            LetterTemplates templates,
            OfficialDrafts drafts,
            Registry registry,
            WeeklyDigest notice,
            Frame frame,
            String subject) {
        this.templates = templates;
        this.drafts = drafts;
        this.registry = registry;
        this.notice = notice;
        this.frame = frame;
        this.subject = subject;
    }

    /** What the letter is made of. */
    record Made(Map<String, Object> view, List<Attachment> attachments) {}

    Made make() {
        Digest digest = notice.digest();
        List<DigestPicture> pictures = new DigestPictures(digest, frame.words()).forLetter();
        List<Attachment> attachments =
                new ArrayList<>(pictures.stream().map(DigestPicture::attachment).toList());
        attachments.add(Attachment.file("ban-tong-hop-tuan-" + digest.day() + ".pdf", "application/pdf", page()));
        attachments.add(Attachment.file(
                "bang-tong-hop-" + digest.day() + ".xlsx",
                XLSX,
                FindingsTable.of(FindingRows.of(digest.open()), digest.day())));
        attachments.addAll(drafts());
        Map<String, Object> view = view(DigestRoom.LETTER, pictures);
        view.put(
                "attachments",
                attachments.stream()
                        .filter(attachment -> !attachment.isInline())
                        .<Object>map(Attachment::name)
                        .toList());
        return new Made(view, attachments);
    }

    private Map<String, Object> view(DigestRoom room, List<DigestPicture> pictures) {
        return DigestView.of(notice, frame.of(notice, subject), registry, room, pictures, frame.words());
    }

    /** One A4 page, however much there is to say: lists are cut until it fits. */
    private byte[] page() {
        String html = "";
        Map<String, byte[]> pngs = Map.of();
        DigestPictures drawing = new DigestPictures(notice.digest(), frame.words());
        Map<Integer, List<DigestPicture>> drawn = new HashMap<>();
        for (DigestRoom room : DigestRoom.PAGE) {
            List<DigestPicture> pictures = drawn.computeIfAbsent(room.bars(), bars -> drawing.forPage(bars));
            html = templates.renderDigestPage(view(room, pictures));
            pngs = pictures.stream().collect(Collectors.toMap(DigestPicture::contentId, DigestPicture::png));
            Optional<byte[]> page = PrintedPage.onOnePage(html, pngs);
            if (page.isPresent()) {
                return page.get();
            }
        }
        return PrintedPage.firstPage(html, pngs);
    }

    private List<Attachment> drafts() {
        Digest digest = notice.digest();
        Map<String, Object> vietnamese = frame.in(Words.in(Language.VI)).of(notice, subject);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Agency unit : DraftView.lateUnits(digest, registry)) {
            byte[] docx = drafts.fill(
                    digest.day(),
                    DraftView.of(unit, digest, vietnamese, frame.settings().office()));
            String name = DraftView.fileName(unit, digest);
            files.put(files.containsKey(name) ? unit.id() + "-" + name : name, docx);
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
