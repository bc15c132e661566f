package vn.dondoc.config;

import java.util.Map;

/**
 * Where the records are kept.
 *
 * @param file the SQLite file, relative to the home folder; see {@link Home#database}
 * @param url of a PostgreSQL server that several nodes share, in the place of the file; empty while one machine is enough
 * @param username empty for the account that runs the program
 */
public record DatabaseConfiguration(String file, String url, String username, Secret password) {
    private static final String SCHEME = "jdbc:postgresql://";

    static DatabaseConfiguration read(SettingReader database) {
        DatabaseConfiguration read = new DatabaseConfiguration(
                database.path("file", "data/dondoc.db"),
                database.text("url", ""),
                database.text("username", ""),
                Secret.read(database, "password"));
        read.refuseWrongUrl(database);
        if (read.username.isEmpty() && read.password.isSet()) {
            database.problem("username", "có mật khẩu mà không có tên đăng nhập", "ghi username");
        }
        return read;
    }

    /** The same for a rehearsal, which has a file of its own wherever its home keeps the records. */
    public DatabaseConfiguration forRehearsal() {
        return new DatabaseConfiguration("data/dondoc.db", "", "", Secret.NONE);
    }

    /** Whether a server is used in the place of the file. */
    public boolean isServer() {
        return !url.isEmpty();
    }

    /** A password written into the address would stand there for everybody to read. */
    private void refuseWrongUrl(SettingReader database) {
        if (!url.isEmpty() && !url.startsWith(SCHEME)) {
            database.problem("url", "“" + shown() + "” không phải địa chỉ PostgreSQL", example());
        } else if (holdsLogin(url)) {
            database.problem(
                    "url",
                    "không ghi tên đăng nhập, mật khẩu trong địa chỉ",
                    "ghi username và passwordFile hoặc passwordEnvironment");
        }
    }

    /** Whether an address carries a user or a password. */
    public static boolean holdsLogin(String url) {
        return url.matches("(?i).*[?&](user|password)=.*") || url.matches("jdbc:[a-z]+://[^/?]*@.*");
    }

    private String shown() {
        return holdsLogin(url) ? "…" : url;
    }

    private static String example() {
        return "ghi dạng " + SCHEME + "may-chu.don-vi.example:5432/dondoc";
    }

    void listInto(Map<String, String> settings) {
        settings.put("database.file", file);
        settings.put("database.url", holdsLogin(url) ? "********" : url);
        settings.put("database.username", username);
        settings.put("database.passwordFile", password.file());
        settings.put("database.passwordEnvironment", password.environment());
    }
}
