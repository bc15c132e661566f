package vn.dondoc.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.OfficeConfiguration;
import vn.dondoc.config.Recipients;
import vn.dondoc.enclosures.AnswerWorkbook;
import vn.dondoc.facts.Counted;
import vn.dondoc.flow.Assessor;
import vn.dondoc.flow.CheckFlow;
import vn.dondoc.flow.DigestFlow;
import vn.dondoc.flow.FormFlow;
import vn.dondoc.flow.JobTroubles;
import vn.dondoc.flow.MailTroubles;
import vn.dondoc.flow.Memory;
import vn.dondoc.flow.OperatorsLetter;
import vn.dondoc.flow.PublishFlow;
import vn.dondoc.flow.SendFlow;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.OriginalFiles;
import vn.dondoc.intake.PlanInForce;
import vn.dondoc.intake.Receipt;
import vn.dondoc.letters.FirstUse;
import vn.dondoc.letters.Language;
import vn.dondoc.letters.LetterSettings;
import vn.dondoc.letters.LetterWriter;
import vn.dondoc.letters.TemplatesInForce;
import vn.dondoc.mail.MailSettings;
import vn.dondoc.mail.MailTransport;
import vn.dondoc.notices.Hierarchy;
import vn.dondoc.notices.Judged;
import vn.dondoc.notices.NoticePlanner;
import vn.dondoc.notices.Recipient;
import vn.dondoc.outbox.Attachment;
import vn.dondoc.rules.RuleBook;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.AuditLog;
import vn.dondoc.store.CalendarStore;
import vn.dondoc.store.CheckStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.OutboxStore;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RuleStore;
import vn.dondoc.store.StatusFormStore;

/**
 * The product, wired for one home. Deliberately one straight line from settings to flows: whoever wants to know what is
 * made of what reads {@link #open}.
 */
public final class Dondoc {
    private static final Logger LOG = LoggerFactory.getLogger(Dondoc.class);

    private final Settings settings;
    private final RulesInForce rules;
    private final FirstUse<TemplatesInForce> templates;
    private final LetterWriter writer;
    private final Database database;
    private final OutboxStore outbox;
    private final Intake intake;
    private final Assessor assessor;
    private final CheckFlow checkFlow;
    private final DigestFlow digestFlow;
    private final SendFlow sendFlow;
    private final ClockWatch clockWatch;
    private final CheckStore checks;
    private final PublishFlow publishFlow;
    private final Desk desk;
    private final Mailroom mailroom;
    private final Routine routine;

    private Dondoc(
            Settings settings,
            RulesInForce rules,
            FirstUse<TemplatesInForce> templates,
            LetterWriter writer,
            Database database,
            OutboxStore outbox,
            Intake intake,
            Assessor assessor,
            CheckFlow checkFlow,
            DigestFlow digestFlow,
            SendFlow sendFlow,
            MailTroubles mailTroubles,
            JobTroubles jobTroubles,
            ClockWatch clockWatch,
            CheckStore checks,
            PublishFlow publishFlow,
            Desk desk,
            OperatorsLetter operators) {
        this.settings = settings;
        this.rules = rules;
        this.templates = templates;
        this.writer = writer;
        this.database = database;
        this.outbox = outbox;
        this.intake = intake;
        this.assessor = assessor;
        this.checkFlow = checkFlow;
        this.digestFlow = digestFlow;
        this.sendFlow = sendFlow;
        this.clockWatch = clockWatch;
        this.checks = checks;
        this.publishFlow = publishFlow;
        this.desk = desk;
        this.mailroom = new Mailroom(this, writer, operators);
        this.routine = new Routine(this, templates, mailTroubles, jobTroubles);
    }

    /**
     * Opens a home.
     *
     * @throws vn.dondoc.reading.FaultyFileException when rules, letter texts or the database cannot be used
     */
    public static Dondoc open(Settings settings) {
        return open(settings, openDatabase(settings));
    }

    /** Where the records are on a server, compiled rules and the reports' files still are at home. */
    private static void makeDataFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same over a database that is opened already. */
    public static Dondoc open(Settings settings, Database database) {
        return open(settings, database, MailSettings::open).withProvenTexts();
    }

    /** The same for a command that writes no letter: it starts sooner, and faulty letter texts are not in its way. */
    public static Dondoc openWithoutLetters(Settings settings) {
        return open(settings, openDatabase(settings), MailSettings::open);
    }

    /** What is wrong with it is said with what to do; a home that lost its records does not begin anew in silence. */
    private static Database openDatabase(Settings settings) {
        DatabaseTrouble trouble = new DatabaseTrouble(settings);
        try {
            trouble.refuseLost();
            Database database = Database.open(settings.database());
            makeDataFolder(settings.home().data());
            return database;
        } catch (RuntimeException failure) {
            throw trouble.inWordsAtOpening(failure)
                    .map(RuntimeException.class::cast)
                    .orElse(failure);
        }
    }

    /** The same for a virtual clock; letters go to files, as {@link Settings#forRehearsal} says. */
    public static Dondoc openForRehearsal(Settings settings, Database database) {
        return open(settings, database, MailSettings::openForRehearsal).withProvenTexts();
    }

    private Dondoc withProvenTexts() {
        proveTexts();
        return this;
    }

    /** @throws vn.dondoc.reading.FaultyFileException when a letter text or a draft cannot be used */
    void proveTexts() {
        var unused = templates.get();
        writer.proveDrafts();
    }

    private static Dondoc open(Settings settings, Database database, Function<MailSettings, MailTransport> transport) {
        var configuration = settings.configuration();
        var mail = MailSettingsOf.configuration(settings);
        RulesInForce rules =
                new RulesInForce(settings.rules(), settings.ruleReader(), new RuleStore(database), settings.calendar());
        ReportStore reports = new ReportStore(database);
        OutboxStore outbox = new OutboxStore(database, configuration.mail().from());
        Intake intake = new Intake(
                () -> planInForce(settings, rules.current()),
                new OriginalFiles(settings.home().received()),
                reports,
                (long) configuration.intake().maxMegabytes() << 20,
                unit -> hasToBeApproved(settings, unit));
        ArrangementStore arrangements = new ArrangementStore(database);
        Assessor assessor = new Assessor(rules, reports, arrangements, settings.calendar());
        Desk desk = Desk.of(
                settings,
                database,
                rules,
                assessor,
                finding -> rules.current().ladder().promisesFor(finding));
        FirstUse<TemplatesInForce> templates = new FirstUse<>(() ->
                new TemplatesInForce(settings.home().config().resolve("mail"), Language.of(configuration.locale())));
        LetterWriter writer = new LetterWriter(
                () -> templates.get().current(),
                settings.home().config().resolve("cong-van"),
                new LetterSettings(
                        officeOf(configuration.office()),
                        configuration.mail().answersGoTo(),
                        configuration.mail().from(),
                        desk.links()::linkFor,
                        configuration.mail().imap().isOn()),
                settings.registry());
        Memory memory = new Memory(
                new CheckStore(database, outbox, mail.release()::holds),
                arrangements,
                new CalendarStore(database),
                new StatusFormStore(database));
        CheckFlow checkFlow = new CheckFlow(
                assessor,
                new NoticePlanner(hierarchyOf(settings), settings.calendar()),
                writer,
                memory,
                settings.calendar(),
                configuration.mail().from(),
                configuration.plan().goLive());
        DigestFlow digestFlow = new DigestFlow(
                assessor,
                arrangements,
                writer,
                memory.checks(),
                configuration.plan().goLive());
        SendFlow sendFlow = new SendFlow(
                outbox,
                transport.apply(mail),
                mail.retries(),
                MailSettingsOf.officeHours(configuration),
                settings.calendar(),
                ThisProcess.worker());
        List<Recipient> administrators = settings.recipients().administrators().stream()
                .map(Dondoc::recipientOf)
                .toList();
        PublishFlow publishFlow = new PublishFlow(rules, settings.rules(), administrators, writer, outbox);
        OperatorsLetter operators = new OperatorsLetter(administrators, writer, rules::current, outbox);
        return new Dondoc(
                settings,
                rules,
                templates,
                writer,
                database,
                outbox,
                intake,
                assessor,
                checkFlow,
                digestFlow,
                sendFlow,
                new MailTroubles(outbox, operators),
                new JobTroubles(operators),
                new ClockWatch(database, outbox, mail.retries().longestPause(), operators),
                memory.checks(),
                publishFlow,
                desk,
                operators);
    }

    public Settings settings() {
        return settings;
    }

    public RulesInForce rules() {
        return rules;
    }

    public Database database() {
        return database;
    }

    /** Who did what. */
    public AuditLog audit() {
        return new AuditLog(database);
    }

    public OutboxStore outbox() {
        return outbox;
    }

    public Intake intake() {
        return intake;
    }

    /** The forms on which units report. */
    public FormFlow forms() {
        return new FormFlow(assessor);
    }

    /**
     * The answer to a report as a workbook, made from the original that was kept.
     *
     * @throws UncheckedIOException when the original is gone
     */
    public Attachment answerTo(Receipt receipt, Instant at) {
        Path original = settings.home().received().resolve(receipt.keptAs());
        try {
            long limit = (long) settings.configuration().intake().maxMegabytes() << 20;
            byte[] sent = Files.size(original) > limit ? new byte[0] : Files.readAllBytes(original);
            return AnswerWorkbook.of(receipt, sent, VietnamTime.dayOf(at));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    LetterWriter letterWriter() {
        return writer;
    }

    public Assessor assessor() {
        return assessor;
    }

    public CheckFlow checkFlow() {
        return checkFlow;
    }

    public DigestFlow digestFlow() {
        return digestFlow;
    }

    public SendFlow sendFlow() {
        return sendFlow;
    }

    public PublishFlow publishFlow() {
        return publishFlow;
    }

    /** The last day that was checked in the morning; empty before the first. */
    public Optional<LocalDate> lastMorning() {
        return checks.lastMorning();
    }

    /** Whether the machine's clock can be believed. */
    public ClockWatch clockWatch() {
        return clockWatch;
    }

    /** Promises, extensions and exemptions, silences. */
    public Desk desk() {
        return desk;
    }

    /** Answers to letters. */
    public Mailroom mailroom() {
        return mailroom;
    }

    public Jobs jobs() {
        return new Jobs(this);
    }

    /** What the jobs do. */
    Routine routine() {
        return routine;
    }

    /**
     * Judges again after a report came in or something was agreed, and takes back letters that wait and no longer say what
     * is so; empty before the first morning check.
     */
    public Optional<String> afterSubmission(Instant at) {
        return checkFlow.submission(at).map(Routine::inWords);
    }

    /** The same for those units, when the past is gone through again: what came in then is known to be judged long since. */
    public void afterSubmission(Instant at, Judged judged) {
        var unused = checkFlow.submission(at, judged);
    }

    private static LetterSettings.Office officeOf(OfficeConfiguration office) {
        return new LetterSettings.Office(office.name(), office.place(), office.above(), office.symbol());
    }

    /** What goes up reaches the office that follows the plan up where the product is administered. */
    private static Hierarchy hierarchyOf(Settings settings) {
        Recipients recipients = settings.recipients();
        return new Hierarchy(
                settings.registry(),
                recipientOf(recipients.administrators().get(0)),
                unit -> recipientOf(recipients.inCharge(unit)),
                settings.configuration().office().contact());
    }

    private static Recipient recipientOf(Recipients.Recipient office) {
        return new Recipient(office.titleWithField(), office.address(), List.of());
    }

    private static boolean hasToBeApproved(Settings settings, String unit) {
        return settings.registry()
                .latest(unit)
                .filter(known -> settings.configuration().intake().approval().contains(known.level()))
                .isPresent();
    }

    private static PlanInForce planInForce(Settings settings, RuleBook book) {
        return new PlanInForce(
                settings.registry(),
                book,
                duty -> book.duty(duty)
                        .flatMap(book::requirementOf)
                        .map(requirement -> requirement.of())
                        .filter(Counted::isCut)
                        .isPresent(),
                book.plan().effective());
    }
}
