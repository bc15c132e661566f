package vn.dondoc.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.enclosures.PrintedPage;
import vn.dondoc.facts.Registry;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.outbox.Attachment;

/** The digest of one leader with everything that goes with it: pictures, the page for print, the table, the drafts. */
final class DigestLetter {
    private final LetterTemplates templates;
    private final DigestFiles files;
    private final Registry registry;
    private final WeeklyDigest notice;
    private final Frame frame;
    private final String subject;

    DigestLetter(
            LetterTemplates templates,
            DigestFiles files,
            Registry registry,
            WeeklyDigest notice,
            Frame frame,
            String subject) {
        this.templates = templates;
        this.files = files;
        this.registry = registry;
        this.notice = notice;
        this.frame = frame;
        this.subject = subject;
    }

    /** What the letter is made of. */
    record Made(Map<String, Object> view, List<Attachment> attachments) {}

    Made make() {
        List<DigestPicture> pictures = files.forLetter();
        List<Attachment> attachments =
                new ArrayList<>(pictures.stream().map(DigestPicture::attachment).toList());
        attachments.add(Attachment.file("ban-tong-hop-tuan-" + notice.day() + ".pdf", "application/pdf", page()));
        attachments.add(files.table());
        attachments.addAll(files.drafts());
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
        for (DigestRoom room : DigestRoom.PAGE) {
            List<DigestPicture> pictures = files.forPage(room.bars());
            html = templates.renderDigestPage(view(room, pictures));
            pngs = pictures.stream().collect(Collectors.toMap(DigestPicture::contentId, DigestPicture::png));
            Optional<byte[]> page = PrintedPage.onOnePage(html, pngs);
            if (page.isPresent()) {
                return page.get();
            }
        }
        return PrintedPage.firstPage(html, pngs);
    }
}
