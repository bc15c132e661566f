package vn.dondoc.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Predicate;
import vn.dondoc.app.Settings;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.config.Home;
import vn.dondoc.intake.Intake;
import vn.dondoc.intake.OriginalFiles;
import vn.dondoc.intake.PlanInForce;
import vn.dondoc.rules.RulesInForce;
import vn.dondoc.store.ArrangementStore;
import vn.dondoc.store.Database;
import vn.dondoc.store.ReportStore;
import vn.dondoc.store.RuleStore;

/** The plan, units and calendar of the checkout, read once, over a database of the test's own. */
public final class ShippedPlan {
    private static final Settings SETTINGS = Settings.read(new Home(Path.of("")));
    private static final RulesInForce RULES = new RulesInForce(
            SETTINGS.rules(), SETTINGS.ruleReader(), new RuleStore(unpublished()), SETTINGS.calendar());

    private ShippedPlan() {}

    /** A database in which no rules were published: those of the checkout are in force. */
    private static Database unpublished() {
        try {
            return Database.open(Files.createTempDirectory("dondoc-unpublished").resolve("dondoc.db"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static RulesInForce rules() {
        return RULES;
    }

    public static Assessor assessor(Database database) {
        return new Assessor(RULES, new ReportStore(database), new ArrangementStore(database), SETTINGS.calendar());
    }

    /** "2017-12-18T08:00", in Vietnam. */
    public static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(VietnamTime.ZONE).toInstant();
    }

    /** Takes in that a unit did a duty. */
    public static void done(Database database, Path folder, String unit, String period, String duty, Instant at) {
        report(database, folder, unit, period, duty, "done", any -> false, at);
    }

    /**
     * Takes in what a unit says of a duty.
     *
     * @param approved tells by a unit's id whether its reports have to be approved
     */
    public static void report(
            Database database,
            Path folder,
            String unit,
            String period,
            String duty,
            String status,
            Predicate<String> approved,
            Instant at) {
        byte[] report = written(unit, period, duty, status, at);
        var receipt = intake(database, folder, approved).receive("báo cáo.json", report, Intake.Options.STRICT, at);
        if (!receipt.refused().isEmpty()) {
            throw new IllegalArgumentException(receipt.refused().toString());
        }
    }

    /** The file in which a unit says something of a duty. */
    static byte[] written(String unit, String period, String duty, String status, Instant at) {
        Map<String, String> words = Map.of("unit", unit, "period", period, "duty", duty, "status", status);
        String report =
                "{\"agency\":\"unit\",\"period\":\"period\",\"entries\":[{\"duty\":\"duty\",\"status\":\"status\","
                        + "\"completedOn\":\"" + VietnamTime.dayOf(at) + "\","
                        + "\"evidence\":[{\"ref\":\"12/BC\",\"date\":\"" + VietnamTime.dayOf(at) + "\"}]}]}";
        for (Map.Entry<String, String> word : words.entrySet()) {
            report = report.replace(":\"" + word.getKey() + "\"", ":\"" + word.getValue() + "\"");
        }
        return report.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The door for reports. */
    static Intake intake(Database database, Path folder, Predicate<String> approved) {
        PlanInForce plan = new PlanInForce(
                SETTINGS.registry(),
                RULES.current(),
                any -> false,
                RULES.current().plan().effective());
        return new Intake(() -> plan, new OriginalFiles(folder), new ReportStore(database), 1 << 20, approved);
    }
}
