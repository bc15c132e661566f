package vn.dondoc.mail;

import java.util.List;
import java.util.regex.Pattern;
import vn.dondoc.reading.VietnameseText;

/** By what a message shows that no person wrote it, so that it must not be answered (RFC 3834). */
final class AutomaticSigns {
    private static final Pattern SENDER =
            Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply|khong-?tra-?loi|bounces?([+-].*)?)@.*");
    private static final Pattern SUBJECT = Pattern.compile(
            "(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|tự động trả lời|trả lời tự động"
                    + "|thư trả lời tự động|vắng mặt tại văn phòng)\\b.*");
    private static final List<String> OF_LISTS = List.of("list-id", "list-unsubscribe", "list-post");
    private static final List<String> OF_ANSWERERS = List.of("x-autoreply", "x-autorespond", "x-auto-reply-from");

    private AutomaticSigns() {}

    /** Why nobody wrote it, in Vietnamese; empty when somebody may have. */
    static String in(HeaderWords headers, String sender, String subject) {
        String submitted = headers.raw("auto-submitted");
        if (headers.has("x-dondoc-kind")) {
            return "thư của chính hệ thống";
        }
        if ((!submitted.isEmpty() && !submitted.startsWith("no"))
                || OF_ANSWERERS.stream().anyMatch(headers::has)
                || headers.raw("x-auto-response-suppress").contains("all")) {
            return "thư trả lời tự động";
        }
        if (OF_LISTS.stream().anyMatch(headers::has)
                || headers.raw("precedence").matches("(bulk|list|junk|auto_reply)\\b.*")) {
            return "thư gửi hàng loạt";
        }
        if (headers.raw("return-path").equals("<>") || SENDER.matcher(sender).matches()) {
            return "thư của máy chủ thư, không có người gửi";
        }
        if (headers.raw("content-type").startsWith("multipart/report")) {
            return "thư báo của phần mềm thư";
        }
        return SUBJECT.matcher(VietnameseText.key(subject)).matches() ? "thư trả lời tự động" : "";
    }
}
