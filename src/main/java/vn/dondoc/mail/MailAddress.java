package vn.dondoc.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Turns what the registry holds into exactly one address, or refuses. */
final class MailAddress {
    private MailAddress() {}

    static InternetAddress parse(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("thiếu @", text);
        }
        String ascii = text.substring(0, at) + "@" + domain(text.substring(at + 1), text);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(ascii)) {
            throw new AddressException("phần trước @ có chữ có dấu", text);
        }
        InternetAddress address = new InternetAddress(ascii, true);
        // a name, a group or a comment around the address would pass the parser
        if (!ascii.equals(address.getAddress()) || address.isGroup()) {
            throw new AddressException("không phải một địa chỉ đơn", text);
        }
        return address;
    }

    private static String domain(String name, String address) throws AddressException {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException malformed) {
            throw new AddressException("tên miền sai: " + malformed.getMessage(), address);
        }
    }
}
