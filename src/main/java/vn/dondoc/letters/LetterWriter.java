package vn.dondoc.letters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.dondoc.enclosures.OfficialDrafts;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.notices.Notice;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;

/** Words notices as letters. The same notice, plan, moment and version give the same letter, byte for byte. */
public final class LetterWriter {
    private final LetterTemplates templates;
    private final OfficialDrafts drafts;
    private final LetterSettings settings;
    private final Registry registry;

    /**
     * @param templatesFolder the texts of letters
     * @param draftsFolder the Word templates of official letters
     * @param registry names the districts of communes in the digest
     * @throws vn.dondoc.reading.FaultyFileException when a template is broken, with file and line
     */
    public LetterWriter(Path templatesFolder, Path draftsFolder, LetterSettings settings, Registry registry) {
        this(LetterTemplates.load(templatesFolder), SampleDraft.tryOut(draftsFolder), settings, registry);
    }

    public LetterWriter(LetterTemplates templates, OfficialDrafts drafts, LetterSettings settings, Registry registry) {
        this.templates = templates;
        this.drafts = drafts;
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Words a notice.
     *
     * @param asOf the moment up to which reports were taken into account
     * @param rulesVersion stands small at the foot, so that a letter can be asked about later
     */
    public Letter write(Notice notice, Plan plan, Instant asOf, String rulesVersion) {
        Frame frame = new Frame(settings, plan, asOf, rulesVersion);
        if (notice instanceof Notice.Reminder reminder) {
            return letter(notice, LetterForm.REMINDER, reminder.agency().id(), ReminderView.of(reminder, frame));
        }
        if (notice instanceof Notice.Alert alert) {
            return letter(notice, LetterForm.ALERT, alert.agency().id(), AlertView.of(alert, frame));
        }
        if (notice instanceof Notice.Withdrawal withdrawal) {
            return letter(
                    notice, LetterForm.WITHDRAWAL, withdrawal.agency().id(), WithdrawalView.of(withdrawal, frame));
        }
        if (notice instanceof Notice.WeeklyDigest digest) {
            Map<String, Object> words = frame.of(digest, SubjectLine.of(digest, plan));
            DigestLetter.Made made = new DigestLetter(templates, drafts, registry, digest, words).make();
            return letter(notice, LetterForm.DIGEST, digest.recipient().title(), made.view(), made.attachments());
        }
        throw new IllegalStateException("No letter is known for " + notice.getClass());
    }

    private Letter letter(Notice notice, LetterForm form, String agency, Map<String, Object> view) {
        return letter(notice, form, agency, view, List.of());
    }

    private Letter letter(
            Notice notice, LetterForm form, String agency, Map<String, Object> view, List<Attachment> attachments) {
        LetterTemplates.Parts parts = templates.render(form, view);
        return new Letter(
                notice.key(),
                notice.kind(),
                notice.recipient().address(),
                notice.recipient().copies(),
                agency,
                notice.day(),
                String.valueOf(view.get("subject")),
                parts.text(),
                parts.html(),
                notice.items().size(),
                notice.reason().name(),
                attachments);
    }
}
