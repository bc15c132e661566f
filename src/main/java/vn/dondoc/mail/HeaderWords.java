package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseText;

/** Headers of a stranger's message as harmless words: one line each, of bounded length; what is malformed is not there. */
final class HeaderWords {
    private static final int LONGEST = 400;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_LIST = 20_000;
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{3,250}>");

    private final Part part;

    HeaderWords(Part part) {
        this.part = part;
    }

    /** Decoded; empty when there is none. */
    String text(String name) {
        String raw = String.join(" ", values(name).stream().limit(1).toList());
        return shortened(VietnameseText.oneLine(decoded(unfolded(raw))));
    }

    /** As written, unfolded and in lower case. */
    String raw(String name) {
        return shortened(VietnameseText.oneLine(unfolded(String.join(", ", values(name)))))
                .toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return !values(name).isEmpty();
    }

    List<String> values(String name) {
        try {
            String[] values = part.getHeader(name);
            return values == null
                    ? List.of()
                    : List.of(values).stream().limit(MOST_VALUES).toList();
        } catch (MessagingException unreadable) {
            return List.of();
        }
    }

    /** The ids in angle brackets of such headers. */
    List<String> ids(String... names) {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            String raw = String.join(" ", values(name));
            Matcher id = ID.matcher(raw.substring(0, Math.min(raw.length(), LONGEST_LIST)));
            while (id.find()) {
                ids.add(id.group());
            }
        }
        return ids;
    }

    /** The addresses of such headers, in lower case; a header that cannot be read has none. */
    List<String> addresses(String... names) {
        List<String> addresses = new ArrayList<>();
        for (String name : names) {
            String raw = String.join(", ", values(name));
            try {
                for (InternetAddress address :
                        InternetAddress.parseHeader(raw.substring(0, Math.min(raw.length(), LONGEST_LIST)), false)) {
                    addresses.add(shortened(VietnameseText.oneLine(String.valueOf(address.getAddress())))
                            .toLowerCase(Locale.ROOT));
                }
            } catch (MessagingException malformed) {
                // no address then
            }
        }
        return addresses;
    }

    static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(raw);
        } catch (UnsupportedEncodingException unknownCharset) {
            return raw;
        }
    }

    private static String unfolded(String raw) {
        return raw.replaceAll("\\R[ \\t]*", " ");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
