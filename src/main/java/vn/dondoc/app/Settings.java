package vn.dondoc.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.HolidayFiles;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.config.Configuration;
import vn.dondoc.config.ConfigurationFile;
import vn.dondoc.config.DatabaseConfiguration;
import vn.dondoc.config.Home;
import vn.dondoc.config.LeadersFile;
import vn.dondoc.config.PlanConfiguration;
import vn.dondoc.config.Recipients;
import vn.dondoc.facts.Registry;
import vn.dondoc.facts.RegistryFile;
import vn.dondoc.reading.FaultyFileException;
import vn.dondoc.reading.Problems;
import vn.dondoc.rules.RuleCompiler;
import vn.dondoc.rules.RuleFolder;
import vn.dondoc.rules.RuleReader;
import vn.dondoc.store.DatabaseAddress;
import vn.dondoc.store.DatabaseAddress.PostgresServer;
import vn.dondoc.store.DatabaseAddress.SqliteFile;
import vn.dondoc.web.SigningKey;

/**
 * Everything that a home's {@code config/} says, read and checked together.
 *
 * @param signingKey signs links and marks in letters; a rehearsal's are worth nothing
 */
public record Settings(
        Home home,
        SigningKey signingKey,
        Configuration configuration,
        Registry registry,
        WorkingCalendar calendar,
        Recipients recipients,
        RuleReader ruleReader) {

    /**
     * Reads a home.
     *
     * @throws FaultyFileException with the mistakes of all files at once
     */
    public static Settings read(Home home) {
        Problems problems = new Problems();
        Configuration configuration = ConfigurationFile.read(home.folder(), problems);
        int before = problems.size();
        Registry registry = RegistryFile.read(home.config().resolve("agencies.csv"), problems);
        // what other files say of units that could not be read would only follow from that
        Registry known = problems.size() == before ? registry : new Registry(List.of());
        Settings settings = new Settings(
                home,
                SigningKey.in(home.linkSecret()),
                configuration,
                registry,
                HolidayFiles.read(home.config().resolve("holidays"), problems, YearsWithoutNotice.LOGGED),
                LeadersFile.read(home.config().resolve("leaders.yaml"), known, problems),
                new RuleReader(registry, configuration.plan().closed(), RuleCompiler.keepingIn(home.compiledRules())));
        problems.refuseIfAny();
        return settings;
    }

    /** Where the records are. */
    public DatabaseAddress database() {
        DatabaseConfiguration database = configuration.database();
        return database.isServer()
                ? new PostgresServer(
                        database.url(), database.username(), database.password().reveal())
                : new SqliteFile(home.database(configuration));
    }

    public RuleFolder rules() {
        return rulesIn(home.rules());
    }

    /** The same plan in another folder, for an administrator who tries an edit. */
    public RuleFolder rulesIn(Path folder) {
        return new RuleFolder(folder, configuration.plan().folder());
    }

    /**
     * The same for a virtual clock: letters go to files.
     *
     * @param copy the home that is rehearsed in
     * @param letters where the files go, relative to that home
     * @param goLive null: the day of the first morning check
     */
    public Settings forRehearsal(Home copy, String letters, @Nullable LocalDate goLive) {
        PlanConfiguration plan = configuration.plan();
        Configuration rehearsal = new Configuration(
                new PlanConfiguration(plan.folder(), goLive, plan.closed(), plan.closedBy()),
                configuration.office(),
                configuration.database().forRehearsal(),
                configuration.intake(),
                configuration.mail().forRehearsal(letters),
                configuration.web(),
                configuration.console().forRehearsal(),
                configuration.backup(),
                configuration.monitoring().forRehearsal(),
                configuration.locale());
        return new Settings(copy, signingKey.forRehearsal(), rehearsal, registry, calendar, recipients, ruleReader);
    }
}
