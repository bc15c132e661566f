package vn.dondoc.app;

import java.nio.file.Path;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.config.Configuration;
import vn.dondoc.config.ConfigurationFile;
import vn.dondoc.config.Home;
import vn.dondoc.config.LeadersFile;
import vn.dondoc.config.MailConfiguration;
import vn.dondoc.config.PlanConfiguration;
import vn.dondoc.config.Recipients;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleFolder;

/** Everything that a home's {@code config/} says, read and checked together. */
public record Settings(
        Home home, Configuration configuration, Registry registry, WorkingCalendar calendar, Recipients recipients) {

    private static final String REHEARSAL_LETTERS = "letters/eml";

    /**
     * Reads a home.
     *
     * @throws FaultyFileException with the mistakes of all files at once
     */
    public static Settings read(Home home) {
        Problems problems = new Problems();
        Configuration configuration = ConfigurationFile.read(home.folder(), problems);
        Registry registry = RegistryFile.read(home.config().resolve("agencies.csv"), problems);
        Settings settings = new Settings(
                home,
                configuration,
                registry,
                HolidayFiles.read(home.config().resolve("holidays"), problems),
                LeadersFile.read(home.config().resolve("leaders.yaml"), registry, problems));
        problems.refuseIfAny();
        return settings;
    }

    public RuleFolder rules() {
        return rulesIn(home.rules());
    }

    /** The same plan in another folder, for an administrator who tries an edit. */
    public RuleFolder rulesIn(Path folder) {
        return new RuleFolder(
                folder, configuration.plan().folder(), configuration.plan().closed());
    }

    /** The same home for a virtual clock: letters go to files, and the first morning is the day of going live. */
    Settings forRehearsal() {
        PlanConfiguration plan = configuration.plan();
        MailConfiguration mail = configuration.mail();
        Configuration rehearsal = new Configuration(
                new PlanConfiguration(plan.folder(), null, plan.closed(), plan.closedBy()),
                "data/dondoc.db",
                configuration.intake(),
                new MailConfiguration(
                        MailConfiguration.Transport.FOLDER,
                        REHEARSAL_LETTERS,
                        mail.from(),
                        mail.fromName(),
                        mail.replyTo(),
                        mail.smtp(),
                        "",
                        mail.release(),
                        mail.officeHours()),
                configuration.locale());
        return new Settings(home, rehearsal, registry, calendar, recipients);
    }
}
