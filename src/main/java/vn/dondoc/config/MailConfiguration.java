package vn.dondoc.config;

import java.util.Map;

/**
 * How letters leave.
 *
 * @param folder of the folder transport, relative to the home folder; see {@link Home#letters}
 * @param replyTo empty when answers go to {@code from}
 * @param redirectAllTo for rehearsals: every letter goes here instead; empty in earnest
 */
public record MailConfiguration(
        Transport transport,
        String folder,
        String from,
        String fromName,
        String replyTo,
        SmtpConfiguration smtp,
        String redirectAllTo,
        Release release,
        OfficeHours officeHours) {

    /** Where a letter goes: to a file that nobody receives, or to the mail server. */
    public enum Transport {
        FOLDER,
        SMTP
    }

    /** Which letters wait until an officer releases them. */
    public enum Release {
        ALL,
        ALERTS,
        NONE
    }

    static MailConfiguration read(SettingReader mail) {
        Transport transport = mail.choice("transport", Transport.FOLDER);
        return new MailConfiguration(
                transport,
                mail.path("folder", "data/letters"),
                mail.address("from", "don-doc@quangngai.example"),
                mail.text("fromName", "Hệ thống Đôn Đốc - Sở Nội vụ tỉnh Quảng Ngãi"),
                mail.address("replyTo", ""),
                SmtpConfiguration.read(mail.inside("smtp"), transport),
                mail.address("redirectAllTo", ""),
                mail.choice("release", Release.ALERTS),
                OfficeHours.read(mail.inside("officeHours")));
    }

    void listInto(Map<String, String> settings) {
        settings.put("mail.transport", SettingReader.name(transport));
        settings.put("mail.folder", folder);
        settings.put("mail.from", from);
        settings.put("mail.fromName", fromName);
        settings.put("mail.replyTo", replyTo);
        smtp.listInto(settings);
        settings.put("mail.redirectAllTo", redirectAllTo);
        settings.put("mail.release", SettingReader.name(release));
        settings.put("mail.officeHours.from", officeHours.from().toString());
        settings.put("mail.officeHours.to", officeHours.to().toString());
    }
}
