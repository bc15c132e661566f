package vn.dondoc.enclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class RobotoTest {
    private static final String JOINED = "flan";
    private static final String PLAIN = "Ủy ban nhân dân tỉnh Quảng Ngãi, phường, f và l";

    @Test
    void whatever_the_face_draws_as_one_is_known_as_joined() throws IOException {
        for (TrueTypeFont face : List.of(read(Roboto.openPlain(JOINED)), read(Roboto.openBold(JOINED)))) {
            List<String> joined = sequencesJoinedBy(face);

            assertThat(joined).contains("fl", "ffl", "A\u0301");
            assertThat(joined)
                    .allMatch(text -> Roboto.JOINED_LETTERS.matcher(text).find());
        }
    }

    @Test
    void only_text_with_joined_letters_gets_the_table_of_them() throws IOException {
        assertThat(read(Roboto.openPlain(JOINED)).getTableMap()).containsKey("GSUB");
        assertThat(read(Roboto.openPlain(PLAIN)).getTableMap()).doesNotContainKey("GSUB");
        assertThat(read(Roboto.openBold(PLAIN)).getTableMap()).doesNotContainKey("GSUB");
    }

    private static List<String> sequencesJoinedBy(TrueTypeFont face) throws IOException {
        var letters = face.getUnicodeCmapLookup();
        var gsub = face.getGsubData();
        // the ones that PDFBox applies to Latin letters
        return List.of("ccmp", "liga", "clig").stream()
                .filter(gsub::isFeatureSupported)
                .flatMap(feature -> gsub.getFeature(feature).getAllGlyphIdsForSubstitution().stream())
                .map(glyphs -> glyphs.stream()
                        .map(glyph -> letters.getCharCodes(glyph))
                        .map(codes -> codes == null ? "" : Character.toString(codes.get(codes.size() - 1)))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static TrueTypeFont read(InputStream face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face));
    }
}
