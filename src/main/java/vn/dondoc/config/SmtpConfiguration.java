package vn.dondoc.config;

import java.util.Map;
import java.util.Set;
import vn.dondoc.config.MailConfiguration.Transport;

/**
 * The mail server.
 *
 * @param host empty while the transport is the folder
 * @param username empty for a server that asks for none
 * @param lettersPerMinute 0 for no limit
 */
public record SmtpConfiguration(
        String host,
        int port,
        Security security,
        String username,
        Secret password,
        int timeoutSeconds,
        int connections,
        int lettersPerMinute) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int IMPLICIT_TLS_PORT = 465;

    /** How the connection is encrypted: never, after STARTTLS, or from its first byte. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    static SmtpConfiguration read(SettingReader smtp, Transport transport) {
        SmtpConfiguration read = new SmtpConfiguration(
                smtp.text("host", ""),
                smtp.section().number("port", 587, 1, 65_535),
                smtp.choice("security", Security.STARTTLS),
                smtp.text("username", ""),
                Secret.read(smtp, "password"),
                smtp.section().number("timeoutSeconds", 30, 1, 600),
                smtp.section().number("connections", 2, 1, 20),
                smtp.section().number("lettersPerMinute", 60, 0, 100_000));
        read.refuseWrongServer(smtp, transport);
        read.refuseHalfLogin(smtp);
        return read;
    }

    private void refuseWrongServer(SettingReader smtp, Transport transport) {
        if (transport == Transport.SMTP && host.isEmpty()) {
            smtp.problem("host", "mail.transport là smtp mà chưa có máy chủ thư", "ghi host: \"mail.don-vi.example\"");
        }
        if (!host.matches("[A-Za-z0-9._:-]*")) {
            smtp.problem(
                    "host", "“" + host + "” không phải tên máy chủ", "ghi tên miền hoặc địa chỉ IP, không có cổng");
        }
        if (port == IMPLICIT_TLS_PORT && security == Security.STARTTLS) {
            smtp.problem("security", "cổng 465 không dùng starttls", "ghi security: tls, hoặc port: 587");
        }
    }

    private void refuseHalfLogin(SettingReader smtp) {
        if (!username.isEmpty() && !password.isSet()) {
            smtp.problem(
                    "username", "có tên đăng nhập mà không có mật khẩu", "ghi passwordFile hoặc passwordEnvironment");
        }
        if (username.isEmpty() && password.isSet()) {
            smtp.problem("username", "có mật khẩu mà không có tên đăng nhập", "ghi username");
        }
        if (security == Security.NONE && !username.isEmpty() && !THIS_MACHINE.contains(host)) {
            smtp.problem("security", "mật khẩu sẽ đi qua mạng không mã hóa", "ghi security: starttls hoặc tls");
        }
    }

    void listInto(Map<String, String> settings) {
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", String.valueOf(port));
        settings.put("mail.smtp.security", SettingReader.name(security));
        settings.put("mail.smtp.username", username);
        settings.put("mail.smtp.passwordFile", password.file());
        settings.put("mail.smtp.passwordEnvironment", password.environment());
        settings.put("mail.smtp.timeoutSeconds", String.valueOf(timeoutSeconds));
        settings.put("mail.smtp.connections", String.valueOf(connections));
        settings.put("mail.smtp.lettersPerMinute", String.valueOf(lettersPerMinute));
    }
}
