package vn.dondoc.reading;

import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Turns the bytes of a file into text, or says which way of saving it was chosen and which one to choose. */
public final class Decoding {
    private Decoding() {}

    /**
     * The text of a file; empty, with a problem, when it is not UTF-8.
     *
     * @param how what to choose when saving
     */
    public static Optional<String> textOf(String name, byte[] bytes, String how, Problems problems) {
        if (isWide(bytes)) {
            problems.add(name, "tệp lưu dạng Unicode (UTF-16), không phải UTF-8", how);
            return Optional.empty();
        }
        try {
            return Optional.of(VietnameseText.decode(bytes));
        } catch (CharacterCodingException broken) {
            int at = VietnameseText.firstBrokenByte(bytes);
            problems.add(
                    name + ", byte thứ " + (at + 1),
                    "không phải UTF-8; có thể tệp đã lưu theo bảng mã Windows (1258, 1252) hoặc TCVN3",
                    how);
            return Optional.empty();
        }
    }

    /** A mark of UTF-16, or bytes of zero, which no text in UTF-8 has. */
    private static boolean isWide(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && bytes[0] != bytes[1]) {
            return (bytes[0] & 0xFF) >= 0xFE;
        }
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
