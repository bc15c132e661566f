package vn.dondoc.spreadsheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dondoc.spreadsheet.MeteredStream.TooLongAtOnceException;

/**
 * Walks through the XML of one part. Whatever declares a document type is refused, so that there is no entity to expand
 * and none to fetch; depth, names and the length of one tag have limits, so that no part fills the memory.
 */
final class PartReader implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1 << 20;
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final XMLInputFactory XML = xml();

    private final MeteredStream content;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** @param content closed with this */
    PartReader(MeteredStream content) throws IOException {
        this.content = content;
        content.allowAtOnce(MOST_AT_ONCE);
        try {
            reader = XML.createXMLStreamReader(content);
        } catch (XMLStreamException malformed) {
            throw inWords(malformed);
        }
    }

    /** The name of the next element that begins, without prefix; null at the end of the part. */
    @Nullable String nextElement() throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
        }
        return null;
    }

    /** The name of the next element inside the one that stands at this depth; null when that ends. */
    @Nullable String nextInside(int outer) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && depth < outer)) {
                return null;
            }
        }
    }

    /** How deep the current element stands: 1 for the outermost. */
    int depth() {
        return depth;
    }

    /** An attribute of the current element; empty when it has none. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The attribute that names a relationship, under whatever prefix. */
    String relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id")
                    && !reader.getAttributePrefix(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** All text inside the current element, which ends with this. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        while (depth >= outer) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw UnreadableSpreadsheetException.broken();
            }
        }
        return text.toString();
    }

    /** The text of the runs inside the current string; how a word is read aloud is left out. */
    String runs() throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        int reading = Integer.MAX_VALUE;
        for (String inside = nextInside(outer); inside != null; inside = nextInside(outer)) {
            reading = depth <= reading ? Integer.MAX_VALUE : reading;
            if (inside.equals("rPh")) {
                reading = depth;
            } else if (inside.equals("t") && reading == Integer.MAX_VALUE) {
                text.append(text());
                limit(text);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) throws IOException {
        try {
            text.append(reader.getText());
        } catch (RuntimeException lazilyRead) {
            throw stumbled(lazilyRead);
        }
        limit(text);
    }

    private static void limit(StringBuilder text) throws IOException {
        if (text.length() > LONGEST_TEXT) {
            throw UnreadableSpreadsheetException.tooMuch("một ô dài hơn " + LONGEST_TEXT + " ký tự");
        }
    }

    private int next() throws IOException {
        content.allowAtOnce(MOST_AT_ONCE);
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw UnreadableSpreadsheetException.unsafe(
                            "bảng tính có khai báo DTD hoặc thực thể XML, Excel không ghi như vậy");
                default -> {}
            }
            return event;
        } catch (XMLStreamException malformed) {
            throw inWords(malformed);
        } catch (RuntimeException stumbled) {
            throw stumbled(stumbled);
        }
    }

    /** The parser reads text lazily and wraps what it then finds; on some rubbish it stumbles by itself. */
    private static IOException stumbled(RuntimeException failure) {
        return failure.getCause() instanceof XMLStreamException malformed
                ? inWords(malformed)
                : UnreadableSpreadsheetException.broken();
    }

    private void enter() throws IOException {
        if (++depth > DEEPEST) {
            throw UnreadableSpreadsheetException.unsafe("bảng tính có XML lồng quá " + DEEPEST + " tầng");
        }
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw UnreadableSpreadsheetException.unsafe("bảng tính có hơn " + MOST_NAMES + " tên thẻ XML khác nhau");
        }
    }

    private static IOException inWords(XMLStreamException malformed) {
        Throwable cause =
                malformed.getNestedException() == null ? malformed.getCause() : malformed.getNestedException();
        if (cause instanceof UnreadableSpreadsheetException reason) {
            return reason;
        }
        return cause instanceof TooLongAtOnceException
                ? UnreadableSpreadsheetException.tooMuch("bảng tính có một thẻ XML quá dài")
                : UnreadableSpreadsheetException.broken();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
