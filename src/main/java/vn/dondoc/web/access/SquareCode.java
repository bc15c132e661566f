package vn.dondoc.web.access;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square that a telephone's camera reads.
 *
 * @param size of its side, the quiet zone with it
 * @param path of its dark fields, as SVG draws it
 */
public record SquareCode(int size, String path) {
    private static final int QUIET = 4;

    static SquareCode of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new SquareCode(code.size + 2 * QUIET, path.toString());
    }
}
