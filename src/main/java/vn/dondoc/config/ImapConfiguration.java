package vn.dondoc.config;

import java.util.Map;
import java.util.Set;

/**
 * The mailbox into which units answer letters.
 *
 * @param host empty when nobody fetches answers
 * @param username empty for a server that asks for none
 * @param folder that is read
 * @param handledFolder where a mail goes once it is kept; empty when it stays there, marked as read
 */
public record ImapConfiguration(
        String host,
        int port,
        SmtpConfiguration.Security security,
        String username,
        Secret password,
        String folder,
        String handledFolder,
        int timeoutSeconds) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int IMPLICIT_TLS_PORT = 993;

    static ImapConfiguration read(SettingReader imap) {
        ImapConfiguration read = new ImapConfiguration(
                imap.text("host", ""),
                imap.section().number("port", IMPLICIT_TLS_PORT, 1, 65_535),
                imap.choice("security", SmtpConfiguration.Security.TLS),
                imap.text("username", ""),
                Secret.read(imap, "password"),
                imap.text("folder", "INBOX"),
                imap.text("handledFolder", ""),
                imap.section().number("timeoutSeconds", 30, 1, 600));
        read.refuseWrongServer(imap);
        read.refuseHalfLogin(imap);
        return read;
    }

    /** Whether answers are fetched. */
    public boolean isOn() {
        return !host.isEmpty();
    }

    private void refuseWrongServer(SettingReader imap) {
        if (!host.matches("[A-Za-z0-9._:-]*")) {
            imap.problem(
                    "host", "“" + host + "” không phải tên máy chủ", "ghi tên miền hoặc địa chỉ IP, không có cổng");
        }
        if (port == IMPLICIT_TLS_PORT && security == SmtpConfiguration.Security.STARTTLS) {
            imap.problem("security", "cổng 993 không dùng starttls", "ghi security: tls, hoặc port: 143");
        }
        if (handledFolder.equals(folder)) {
            imap.problem("handledFolder", "trùng với folder", "ghi tên thư mục khác, hoặc để trống");
        }
    }

    private void refuseHalfLogin(SettingReader imap) {
        if (isOn() && username.isEmpty()) {
            imap.problem("username", "chưa có tên đăng nhập hộp thư", "ghi username");
        }
        if (!username.isEmpty() && !password.isSet()) {
            imap.problem(
                    "username", "có tên đăng nhập mà không có mật khẩu", "ghi passwordFile hoặc passwordEnvironment");
        }
        if (isOn() && security == SmtpConfiguration.Security.NONE && !THIS_MACHINE.contains(host)) {
            imap.problem("security", "mật khẩu sẽ đi qua mạng không mã hóa", "ghi security: tls hoặc starttls");
        }
    }

    void listInto(Map<String, String> settings) {
        settings.put("mail.imap.host", host);
        settings.put("mail.imap.port", String.valueOf(port));
        settings.put("mail.imap.security", SettingReader.name(security));
        settings.put("mail.imap.username", username);
        settings.put("mail.imap.passwordFile", password.file());
        settings.put("mail.imap.passwordEnvironment", password.environment());
        settings.put("mail.imap.folder", folder);
        settings.put("mail.imap.handledFolder", handledFolder);
        settings.put("mail.imap.timeoutSeconds", String.valueOf(timeoutSeconds));
    }
}
