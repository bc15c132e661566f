package vn.dondoc.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Problems;

/**
 * Looks through a workbook before it is read, with the very libraries that will read it: a few kilobytes may unpack to
 * gigabytes, and one cell that claims a far column would make its row fill the memory.
 */
final class WorkbookGuard {
    /** What a workbook may unpack to, in bytes. */
    static final long MOST_UNPACKED = 50L << 20;

    private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");
    private static final String RESAVE_HINT = "mở tệp bằng Excel, lưu lại dạng XLSX rồi gửi lại";
    private static final XMLInputFactory XML = xml();

    private WorkbookGuard() {}

    /** Whether the file may be read as a workbook; if not, the reason is a problem. */
    static boolean passes(String name, byte[] bytes, Problems problems) {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                problems.add(name, "không nhận tệp nén không phải bảng tính XLSX", ReportForm.ACCEPTED);
                return false;
            }
            Allowance allowance = new Allowance(MOST_UNPACKED);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                look(zip.getInputStream(entry), allowance);
            }
            return true;
        } catch (TooMuchException tooMuch) {
            problems.add(name, tooMuch.reason, "chỉ gửi trang báo cáo, chia thành nhiều tệp nhỏ hơn");
        } catch (IOException | RuntimeException broken) {
            problems.add(name, "tệp nén hỏng hoặc có mật khẩu, không đọc được", ReportForm.ACCEPTED);
        }
        return false;
    }

    /** What to say of a workbook that unpacks and still cannot be read. */
    static void refuseUnreadable(String name, Problems problems) {
        problems.add(name, "không đọc được bảng tính", RESAVE_HINT);
    }

    private static void look(@Nullable InputStream content, Allowance allowance) throws IOException {
        if (content == null) {
            throw new IOException("cannot be unpacked");
        }
        try (InputStream counted = new CountedStream(content, allowance)) {
            lookAtCells(counted);
            counted.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void lookAtCells(InputStream content) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    refuseFarColumn(reader.getAttributeValue(null, "r"));
                }
            }
        } catch (XMLStreamException noXmlFromHereOn) {
            // A picture, or broken: the reader will get no further than this either.
            if (noXmlFromHereOn.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
        }
    }

    private static void refuseFarColumn(@Nullable String address) throws TooMuchException {
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw new TooMuchException("ô " + Quote.of(address) + " ở ngoài bảng tính");
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** How much more may come, over all parts of the file. */
    private static final class Allowance {
        private long left;

        Allowance(long bytes) {
            left = bytes;
        }

        void use(long bytes) throws TooMuchException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new TooMuchException("bảng tính giải nén ra hơn " + (MOST_UNPACKED >> 20) + " MB");
            }
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private final Allowance allowance;

        CountedStream(InputStream in, Allowance allowance) {
            super(in);
            this.allowance = allowance;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            allowance.use(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            allowance.use(some);
            return some;
        }
    }

    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        TooMuchException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
