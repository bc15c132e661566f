package vn.dondoc.web.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** From where somebody signs in, so that who guesses can be slowed down. */
final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final int BYTES_OF_A_NETWORK = 8;

    private final boolean behindProxy;

    /** @param behindProxy whether browsers reach the console by a proxy on this machine */
    ClientAddress(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** Of the proxy's own words the last entry counts: whatever stands before it, the browser may have made up. */
    String of(Context http) {
        String peer = http.req().getRemoteAddr();
        String forwarded = http.header("X-Forwarded-For");
        if (!behindProxy || forwarded == null || !isThisMachine(peer)) {
            return network(peer);
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return LITERAL.matcher(last).matches() ? network(last) : network(peer);
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    /** Of IPv6 the network: every customer has so many addresses that each guess could have its own. */
    private static String network(String address) {
        String plain = address.replaceAll("[\\[\\]]", "");
        if (!plain.contains(":")) {
            return plain;
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length > BYTES_OF_A_NETWORK
                    ? java.util.HexFormat.of().formatHex(bytes, 0, BYTES_OF_A_NETWORK) + "::/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException unreadable) {
            return plain;
        }
    }
}
