package vn.dondoc.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.mail.Bounce.Failed;
import vn.dondoc.reading.VietnameseText;

/** Reads what mail servers say of letters that they could not deliver: formally (RFC 3464), or in their own words. */
final class BounceReader {
    private static final int MOST_BYTES = 64 << 10;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_ADDRESSES = 50;
    private static final Pattern SERVER = Pattern.compile("(mailer-daemon|postmaster|mail\\.?system)@.*");
    private static final Pattern SUBJECT = Pattern.compile(
            ".*(undeliver|not delivered|returned mail|failure notice|delivery (status|failure|has failed)"
                    + "|(mail|message) delivery (failed|failure)|không gửi được|không phát được|bị trả lại).*");
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[> \\t]*message-id:\\s{0,80}(<[!-;=?-~]{3,250}>)");

    private BounceReader() {}

    static Optional<Bounce> read(HeaderWords headers, String sender, String subject, PartWalk parts)
            throws IOException, MessagingException {
        Set<String> letters = new LinkedHashSet<>(headers.ids("in-reply-to", "references"));
        for (Part original : parts.originals()) {
            letters.addAll(idsIn(start(original)));
        }
        if (!parts.statuses().isEmpty()) {
            List<Failed> failed = new ArrayList<>();
            for (Part status : parts.statuses()) {
                addFailed(start(status), failed);
            }
            return Optional.of(new Bounce(failed, letters));
        }
        boolean fromServer =
                SERVER.matcher(sender).matches() || headers.raw("return-path").equals("<>");
        if (!fromServer || !SUBJECT.matcher(VietnameseText.key(subject)).matches()) {
            return Optional.empty();
        }
        letters.addAll(idsIn(parts.text()));
        return Optional.of(new Bounce(named(headers, parts.text(), subject), letters));
    }

    /** One group of fields for the message, then one for each recipient. */
    private static void addFailed(String status, List<Failed> failed) throws MessagingException {
        for (String group : status.split("\\r?\\n\\s*\\r?\\n")) {
            InternetHeaders fields = new InternetHeaders(
                    new ByteArrayInputStream((group + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true);
            String action = field(fields, "Action").toLowerCase(Locale.ROOT);
            String reason = oneLine(field(fields, "Status") + " " + withoutType(field(fields, "Diagnostic-Code")));
            for (String name : List.of("Original-Recipient", "Final-Recipient")) {
                Matcher address =
                        ADDRESS.matcher(withoutType(field(fields, name)).toLowerCase(Locale.ROOT));
                if (address.find() && failed.size() < MOST_ADDRESSES && !action.isEmpty()) {
                    failed.add(new Failed(address.group(), reason, action.startsWith("failed")));
                }
            }
        }
    }

    /** Nobody says which of the addresses in the text failed: whoever knows whom the letter went to can tell. */
    private static List<Failed> named(HeaderWords headers, String text, String subject) {
        Set<String> addresses = new LinkedHashSet<>(headers.addresses("x-failed-recipients"));
        Matcher address = ADDRESS.matcher(
                addresses.isEmpty()
                        ? text.substring(0, Math.min(text.length(), MOST_BYTES)).toLowerCase(Locale.ROOT)
                        : "");
        while (address.find() && addresses.size() < MOST_ADDRESSES) {
            addresses.add(address.group());
        }
        return addresses.stream()
                .map(each -> new Failed(each, oneLine(subject), true))
                .toList();
    }

    private static List<String> idsIn(String text) {
        List<String> ids = new ArrayList<>();
        Matcher id = MESSAGE_ID.matcher(text.substring(0, Math.min(text.length(), MOST_BYTES)));
        while (id.find() && ids.size() < MOST_ADDRESSES) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private static String start(Part part) throws IOException, MessagingException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String field(InternetHeaders fields, String name) {
        @Nullable String value = fields.getHeader(name, " ");
        return value == null ? "" : value;
    }

    /** "rfc822; so-noi-vu@x.example", "smtp; 550 …". */
    private static String withoutType(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }

    private static String oneLine(String text) {
        String line = VietnameseText.oneLine(text.replaceAll("\\s+", " "));
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
