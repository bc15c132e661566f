package vn.dondoc.letters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import vn.dondoc.enclosures.CalendarFile;
import vn.dondoc.enclosures.OfficialDrafts;
import vn.dondoc.enclosures.StatusForm;
import vn.dondoc.facts.Plan;
import vn.dondoc.facts.Registry;
import vn.dondoc.notices.Digest;
import vn.dondoc.notices.DueCalendar;
import vn.dondoc.notices.Enclosed;
import vn.dondoc.notices.Notice;
import vn.dondoc.notices.Notice.WeeklyDigest;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.outbox.Letter;

/** Words notices as letters. The same notice, plan, moment and version give the same letter, byte for byte. */
public final class LetterWriter {
    private final Supplier<LetterTemplates> templates;
    private final Supplier<OfficialDrafts> drafts;
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
        this(() -> templates, () -> drafts, settings, registry);
    }

    /**
     * The same, with Word templates that are read and tried out when they are first needed, or by {@link #proveDrafts}.
     *
     * @param templates asked anew for each letter, so that an edit is taken up between two
     */
    public LetterWriter(
            Supplier<LetterTemplates> templates, Path draftsFolder, LetterSettings settings, Registry registry) {
        this(templates, new FirstUse<>(() -> SampleDraft.tryOut(draftsFolder)), settings, registry);
    }

    private LetterWriter(
            Supplier<LetterTemplates> templates,
            Supplier<OfficialDrafts> drafts,
            LetterSettings settings,
            Registry registry) {
        this.templates = templates;
        this.drafts = drafts;
        this.settings = settings;
        this.registry = registry;
    }

    /** @throws vn.dondoc.reading.FaultyFileException when a Word template is missing or cannot be filled */
    public void proveDrafts() {
        var unused = drafts.get();
    }

    /**
     * Words a notice.
     *
     * @param asOf the moment up to which reports were taken into account
     * @param rulesVersion stands small at the foot, so that a letter can be asked about later
     */
    public Letter write(Notice notice, Plan plan, Instant asOf, String rulesVersion) {
        return write(notice, Enclosed.NOTHING, plan, asOf, rulesVersion);
    }

    /** The same with what goes with the letter. */
    public Letter write(Notice notice, Enclosed enclosed, Plan plan, Instant asOf, String rulesVersion) {
        LetterTemplates inForce = templates.get();
        Frame frame = new Frame(settings, plan, asOf, rulesVersion, inForce.words());
        if (notice instanceof Notice.Reminder reminder) {
            return letter(
                            notice,
                            LetterForm.REMINDER,
                            reminder.agency().id(),
                            ReminderView.of(reminder, enclosed, frame))
                    .with(filesOf(reminder, enclosed, asOf));
        }
        if (notice instanceof Notice.Escalation escalation) {
            return letter(
                    notice,
                    LetterForm.ESCALATION,
                    escalation.recipient().title(),
                    EscalationView.of(escalation, frame));
        }
        if (notice instanceof Notice.Alert alert) {
            return letter(notice, LetterForm.ALERT, alert.agency().id(), AlertView.of(alert, frame));
        }
        if (notice instanceof Notice.Withdrawal withdrawal) {
            return letter(
                    notice, LetterForm.WITHDRAWAL, withdrawal.agency().id(), WithdrawalView.of(withdrawal, frame));
        }
        if (notice instanceof Notice.FaultyRules faulty) {
            return letter(
                    notice, LetterForm.FAULTY_RULES, faulty.recipient().title(), FaultyRulesView.of(faulty, frame));
        }
        if (notice instanceof Notice.Trouble trouble) {
            return letter(notice, LetterForm.TROUBLE, trouble.recipient().title(), TroubleView.of(trouble, frame));
        }
        if (notice instanceof Notice.Returned returned) {
            return letter(notice, LetterForm.RETURNED, returned.agency().id(), ReturnedView.of(returned, frame));
        }
        if (notice instanceof Notice.Answer answer) {
            return write(answer, List.of(), plan, asOf, rulesVersion);
        }
        if (notice instanceof WeeklyDigest digest) {
            return digest(
                    digest,
                    filesOf(digest, new DigestFiles.Drafted(drafts.get(), registry, settings.office()), frame),
                    frame,
                    inForce);
        }
        throw new IllegalStateException("No letter is known for " + notice.getClass());
    }

    /** Words an answer to a mail, with the files that go with it. */
    public Letter write(Notice.Answer answer, List<Attachment> files, Plan plan, Instant asOf, String rulesVersion) {
        Frame frame =
                new Frame(settings, plan, asOf, rulesVersion, templates.get().words());
        return letter(
                answer, LetterForm.ANSWER, answer.agency(), AnswerView.of(answer, !files.isEmpty(), frame), files);
    }

    /**
     * Words the digests of a week, in their order; all cores do. Those who are told the same (the very same
     * {@link Digest}) get the same pictures, table and drafts.
     */
    public List<Letter> writeDigests(List<WeeklyDigest> notices, Plan plan, Instant asOf, String rulesVersion) {
        LetterTemplates inForce = templates.get();
        Frame frame = new Frame(settings, plan, asOf, rulesVersion, inForce.words());
        DigestFiles.Drafted drafted = new DigestFiles.Drafted(drafts.get(), registry, settings.office());
        Map<Digest, List<WeeklyDigest>> readers = new IdentityHashMap<>();
        notices.forEach(notice -> readers.computeIfAbsent(notice.digest(), any -> new ArrayList<>())
                .add(notice));
        Map<WeeklyDigest, Letter> letters = Collections.synchronizedMap(new IdentityHashMap<>());
        readers.values().parallelStream().forEach(ofOneDigest -> {
            DigestFiles files = filesOf(ofOneDigest.get(0), drafted, frame);
            ofOneDigest.parallelStream().forEach(notice -> letters.put(notice, digest(notice, files, frame, inForce)));
        });
        return notices.stream()
                .map(notice -> Objects.requireNonNull(letters.get(notice)))
                .toList();
    }

    private static DigestFiles filesOf(WeeklyDigest notice, DigestFiles.Drafted drafted, Frame frame) {
        Words vietnamese = Words.in(Language.VI);
        String subject = new SubjectLine(vietnamese).of(notice, frame.plan());
        return DigestFiles.of(
                notice.digest(), frame.words(), drafted, frame.in(vietnamese).of(notice, subject));
    }

    private Letter digest(WeeklyDigest notice, DigestFiles files, Frame frame, LetterTemplates inForce) {
        String subject = new SubjectLine(frame.words()).of(notice, frame.plan());
        DigestLetter.Made made = new DigestLetter(inForce, files, registry, notice, frame, subject).make();
        return letter(notice, LetterForm.DIGEST, notice.recipient().title(), made.view(), made.attachments());
    }

    private List<Attachment> filesOf(Notice.Reminder reminder, Enclosed enclosed, Instant asOf) {
        List<Attachment> files = new ArrayList<>();
        if (enclosed.hasForm()) {
            files.add(StatusForm.of(reminder.agency(), enclosed.form(), reminder.day()));
        }
        DueCalendar calendar = enclosed.calendar();
        if (calendar != null) {
            files.add(CalendarFile.of(calendar, settings.senderAddress(), asOf));
        }
        return files;
    }

    private Letter letter(Notice notice, LetterForm form, String agency, Map<String, Object> view) {
        return letter(notice, form, agency, view, List.of());
    }

    private Letter letter(
            Notice notice, LetterForm form, String agency, Map<String, Object> view, List<Attachment> attachments) {
        LetterTemplates.Parts parts = templates.get().render(form, view);
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
                notice.duties(),
                notice.reason().name(),
                attachments);
    }
}
