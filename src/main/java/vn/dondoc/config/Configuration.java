package vn.dondoc.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.reading.VietnameseDate;

/**
 * {@code config/dondoc.yaml} as it takes effect: what is written there, else the default.
 *
 * @param locale the language of letters, "vi" or "en"; messages and enclosures are in Vietnamese
 */
public record Configuration(
        PlanConfiguration plan,
        OfficeConfiguration office,
        DatabaseConfiguration database,
        IntakeConfiguration intake,
        MailConfiguration mail,
        WebConfiguration web,
        ConsoleConfiguration console,
        BackupConfiguration backup,
        MonitoringConfiguration monitoring,
        String locale) {

    static Configuration read(SettingReader file) {
        Configuration configuration = new Configuration(
                PlanConfiguration.read(file.inside("plan")),
                OfficeConfiguration.read(file.inside("office")),
                DatabaseConfiguration.read(file.inside("database")),
                IntakeConfiguration.read(file.inside("intake")),
                MailConfiguration.read(file.inside("mail")),
                WebConfiguration.read(file.inside("web")),
                ConsoleConfiguration.read(file.inside("console")),
                BackupConfiguration.read(file.inside("backup")),
                MonitoringConfiguration.read(file.inside("monitoring")),
                file.section().oneOf("locale", List.of("vi", "en"), "vi"));
        file.section().finish();
        return configuration;
    }

    /** Every key with its effective value, in the order of the file; a password is never among them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("plan.folder", plan.folder());
        settings.put("plan.goLive", plan.goLive() == null ? "" : VietnameseDate.write(plan.goLive()));
        settings.put("plan.closed", plan.closed() == null ? "" : VietnameseDate.write(plan.closed()));
        settings.put("plan.closedBy", plan.closedBy());
        office.listInto(settings);
        database.listInto(settings);
        settings.put("intake.maxMegabytes", String.valueOf(intake.maxMegabytes()));
        settings.put("intake.partial", String.valueOf(intake.partial()));
        settings.put("intake.approval", intake.approvalInWords());
        backup.listInto(settings);
        mail.listInto(settings);
        web.listInto(settings);
        console.listInto(settings);
        monitoring.listInto(settings);
        settings.put("locale", locale);
        return Collections.unmodifiableMap(settings);
    }
}
