package vn.dondoc.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How machines see whether the program is well.
 *
 * @param host the address on this machine on which {@code /health} and {@code /metrics} are served
 * @param port 0: they are not served
 * @param pingUrl called after each successful morning check; empty: nothing is called. Who knows it can keep an alarm
 *     silent, so it is never printed
 */
public record MonitoringConfiguration(String host, int port, String pingUrl) {
    private static final Pattern ADDRESS = Pattern.compile("(?:([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+]):)?(\\d{1,5})");
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int LAST_PORT = 65_535;

    static MonitoringConfiguration read(SettingReader monitoring) {
        String address = monitoring.text("address", "");
        String pingUrl = pingUrl(monitoring);
        Matcher parts = ADDRESS.matcher(address);
        if (address.isEmpty()) {
            return new MonitoringConfiguration(THIS_MACHINE, 0, pingUrl);
        }
        if (!parts.matches() || Integer.parseInt(parts.group(2)) < 1 || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            monitoring.problem("address", "“" + address + "” không phải địa chỉ và cổng", "ghi dạng 127.0.0.1:8882");
            return new MonitoringConfiguration(THIS_MACHINE, 0, pingUrl);
        }
        String host = parts.group(1) == null ? THIS_MACHINE : parts.group(1);
        return new MonitoringConfiguration(host, Integer.parseInt(parts.group(2)), pingUrl);
    }

    private static String pingUrl(SettingReader monitoring) {
        String url = monitoring.text("pingUrl", "");
        if (!url.isEmpty() && !isWebAddress(url)) {
            monitoring.problem(
                    "pingUrl", "không phải địa chỉ http hay https", "ghi dạng https://giam-sat.don-vi.example/ma");
            return "";
        }
        return url;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI parts = new URI(url);
            return parts.getHost() != null && ("https".equals(parts.getScheme()) || "http".equals(parts.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** The same for a rehearsal, which nobody watches over. */
    public MonitoringConfiguration forRehearsal() {
        return new MonitoringConfiguration(host, 0, "");
    }

    void listInto(Map<String, String> settings) {
        settings.put("monitoring.address", port == 0 ? "" : host + ":" + port);
        settings.put("monitoring.pingUrl", pingUrl.isEmpty() ? "" : "********");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
