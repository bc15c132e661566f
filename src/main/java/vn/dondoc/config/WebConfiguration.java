package vn.dondoc.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;

/**
 * The page through which units promise a date (hẹn nộp), and the links to it.
 *
 * @param publicAddress how the page is reached from outside, without a slash at its end; empty when there is no page
 * @param host the address on this machine that it listens to
 * @param linkDays days after a letter's day on which its link still works
 * @param longestPromiseDays how many days ahead a promised day may lie at most
 */
public record WebConfiguration(String publicAddress, String host, int port, int linkDays, int longestPromiseDays) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String KEY = "publicAddress";
    private static final String HINT = "ghi dạng https://dondoc.don-vi.example";

    static WebConfiguration read(SettingReader web) {
        WebConfiguration read = new WebConfiguration(
                publicAddress(web),
                web.text("host", "127.0.0.1"),
                web.section().number("port", 8881, 1, 65_535),
                web.section().number("linkDays", 30, 1, 365),
                web.section().number("longestPromiseDays", 60, 1, 365));
        if (!read.host.matches("[A-Za-z0-9._:-]+")) {
            web.problem("host", "“" + read.host + "” không phải địa chỉ của máy", "ghi 127.0.0.1 hoặc 0.0.0.0");
        }
        return read;
    }

    static String publicAddress(SettingReader web) {
        String address = web.text(KEY, "").replaceFirst("/+$", "");
        if (address.isEmpty()) {
            return "";
        }
        try {
            refuseWrongAddress(web, address, new URI(address));
        } catch (URISyntaxException notAnAddress) {
            web.problem(KEY, "“" + address + "” không phải địa chỉ trang", HINT);
        }
        return address;
    }

    private static void refuseWrongAddress(SettingReader web, String address, URI parts) {
        boolean plain = parts.getHost() != null
                && parts.getRawQuery() == null
                && parts.getRawFragment() == null
                && parts.getRawUserInfo() == null;
        boolean encrypted = "https".equals(parts.getScheme());
        if (!plain || !(encrypted || "http".equals(parts.getScheme()))) {
            web.problem(KEY, "“" + address + "” không phải địa chỉ trang", HINT);
        } else if (!encrypted && !THIS_MACHINE.contains(parts.getHost())) {
            web.problem(
                    KEY,
                    "“" + address + "” không mã hóa; http chỉ dùng được trên chính máy này",
                    "ghi https://…, máy chủ đứng trước (proxy) lo chứng thư");
        }
    }

    void listInto(Map<String, String> settings) {
        settings.put("web.publicAddress", publicAddress);
        settings.put("web.host", host);
        settings.put("web.port", String.valueOf(port));
        settings.put("web.linkDays", String.valueOf(linkDays));
        settings.put("web.longestPromiseDays", String.valueOf(longestPromiseDays));
    }
}
