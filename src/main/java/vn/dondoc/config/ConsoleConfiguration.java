package vn.dondoc.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the console is reached. It shows what letters say and who gets them, so it has an address of its own, apart from the
 * page of the letters' links.
 *
 * @param host the address on this machine that it listens to
 * @param port 0: there is no console
 * @param publicAddress how browsers reach it, without a slash at its end; empty when they run on this machine
 */
public record ConsoleConfiguration(String host, int port, String publicAddress) {
    private static final Pattern ADDRESS = Pattern.compile("(?:([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+]):)?(\\d{1,5})");
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final int USUAL_PORT = 8880;
    private static final String USUAL_ADDRESS = THIS_MACHINE + ":" + USUAL_PORT;
    private static final String OFF = "không";
    private static final int LAST_PORT = 65_535;

    static ConsoleConfiguration read(SettingReader console) {
        String publicAddress = WebConfiguration.publicAddress(console);
        String listen = console.text("listen", USUAL_ADDRESS);
        if (listen.equals(OFF)) {
            return new ConsoleConfiguration(THIS_MACHINE, 0, publicAddress);
        }
        Matcher parts = ADDRESS.matcher(listen);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) < 1 || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            console.problem(
                    "listen",
                    "“" + listen + "” không phải địa chỉ và cổng",
                    "ghi dạng " + USUAL_ADDRESS + ", hoặc “không”");
            return new ConsoleConfiguration(THIS_MACHINE, 0, publicAddress);
        }
        String host = parts.group(1) == null ? THIS_MACHINE : parts.group(1);
        if (publicAddress.isEmpty() && !LOOPBACK.matcher(host).matches()) {
            console.problem(
                    "listen",
                    "máy khác mở được trang mà mật khẩu sẽ đi qua mạng không mã hóa",
                    "ghi " + USUAL_ADDRESS
                            + ", hoặc ghi console.publicAddress dạng https, máy chủ đứng trước (proxy) lo"
                            + " chứng thư");
        }
        return new ConsoleConfiguration(host, Integer.parseInt(parts.group(2)), publicAddress);
    }

    /** Whether it is where it is opened unless somebody writes otherwise, so that nobody may have asked for it. */
    public boolean isUsual() {
        return host.equals(THIS_MACHINE) && port == USUAL_PORT;
    }

    /** How people reach it, for a message on the server's own screen. */
    public String address() {
        return publicAddress.isEmpty() ? "http://" + host + ":" + port : publicAddress;
    }

    /** Whether browsers speak to it encrypted, so that cookies may demand it. */
    public boolean isEncrypted() {
        return publicAddress.startsWith("https:");
    }

    /** The same for a rehearsal, which nobody looks at but on this machine. */
    public ConsoleConfiguration forRehearsal() {
        return new ConsoleConfiguration(THIS_MACHINE, 0, "");
    }

    void listInto(Map<String, String> settings) {
        settings.put("console.listen", port == 0 ? OFF : host + ":" + port);
        settings.put("console.publicAddress", publicAddress);
    }
}
