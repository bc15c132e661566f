package vn.dondoc.config;

import java.util.Map;

/**
 * How letters leave.
 *
 * @param folder of the folder transport, relative to the home folder; see {@link Home#letters}
 * @param replyTo empty when answers go to {@code from}
 * @param replyTags whether the address to answer to carries the mark of the letter: {@code name+mark@domain}
 * @param imap where answers are fetched
 * @param redirectAllTo for rehearsals: every letter goes here instead; empty in earnest
 */
public record MailConfiguration(
        Transport transport,
        String folder,
        String from,
        String fromName,
        String replyTo,
        boolean replyTags,
        SmtpConfiguration smtp,
        ImapConfiguration imap,
        String redirectAllTo,
        Release release,
        OfficeHours officeHours) {

    /** The name before the @ of an address that is followed by a mark may be no longer. */
    private static final int LONGEST_TAGGED_NAME = 23;

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
        MailConfiguration read = new MailConfiguration(
                transport,
                mail.path("folder", "data/letters"),
                mail.address("from", "don-doc@quangngai.example"),
                mail.text("fromName", "Hệ thống Đôn Đốc - Sở Nội vụ tỉnh Quảng Ngãi"),
                mail.address("replyTo", ""),
                mail.section().flag("replyTags", false),
                SmtpConfiguration.read(mail.inside("smtp"), transport),
                ImapConfiguration.read(mail.inside("imap")),
                mail.address("redirectAllTo", ""),
                mail.choice("release", Release.ALERTS),
                OfficeHours.read(mail.inside("officeHours")));
        if (read.replyTags && read.answersGoTo().indexOf('@') > LONGEST_TAGGED_NAME) {
            mail.problem(
                    "replyTags",
                    "địa chỉ nhận thư trả lời có hơn " + LONGEST_TAGGED_NAME + " chữ trước @, không thêm được mã",
                    "ghi replyTags: false, hoặc dùng địa chỉ ngắn hơn");
        }
        return read;
    }

    /** The address that answers go to, without a mark. */
    public String answersGoTo() {
        return replyTo.isEmpty() ? from : replyTo;
    }

    /** The same for a virtual clock: letters go to files in a folder. */
    public MailConfiguration forRehearsal(String letters) {
        return new MailConfiguration(
                Transport.FOLDER, letters, from, fromName, replyTo, replyTags, smtp, imap, "", release, officeHours);
    }

    void listInto(Map<String, String> settings) {
        settings.put("mail.transport", SettingReader.name(transport));
        settings.put("mail.folder", folder);
        settings.put("mail.from", from);
        settings.put("mail.fromName", fromName);
        settings.put("mail.replyTo", replyTo);
        settings.put("mail.replyTags", String.valueOf(replyTags));
        smtp.listInto(settings);
        imap.listInto(settings);
        settings.put("mail.redirectAllTo", redirectAllTo);
        settings.put("mail.release", SettingReader.name(release));
        settings.put("mail.officeHours.from", officeHours.from().toString());
        settings.put("mail.officeHours.to", officeHours.to().toString());
    }
}
