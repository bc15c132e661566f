package vn.dondoc.enclosures;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Turns a page of HTML into a PDF of A4 pages with its typeface inside.
 *
 * @param content the PDF; the same page gives the same bytes
 * @param pages how many pages it took
 */
public record PrintedPage(byte[] content, int pages) {
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final int BOLD = 700;
    private static final int PLAIN = 400;
    /** Stands where a PDF would otherwise tell the moment at which it was made. */
    private static final long NO_MOMENT = 0L;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Prints a page. Nothing is fetched from outside: a picture that is not among those given stays blank.
     *
     * @param html a whole document; an element {@code img} names a picture as {@code cid:…}
     * @param pictures PNGs by content id
     */
    public static PrintedPage of(String html, Map<String, byte[]> pictures) {
        Roboto.plain(1);
        Document page = Jsoup.parse(html);
        for (Element picture : page.select("img")) {
            byte[] png = pictures.get(picture.attr("src").replaceFirst("^cid:", ""));
            if (png == null) {
                picture.remove();
            } else {
                picture.attr(
                        "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
            }
        }
        try {
            return print(new W3CDom().fromJsoup(page));
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    private static PrintedPage print(org.w3c.dom.Document page) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode()
                .useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM)
                .useFont(Roboto::openPlain, "Roboto", PLAIN, FontStyle.NORMAL, true)
                .useFont(Roboto::openBold, "Roboto", BOLD, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> uri.startsWith("data:image/png;") ? uri : null)
                .withW3cDocument(page, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            document.setDocumentId(NO_MOMENT);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new PrintedPage(out.toByteArray(), document.getNumberOfPages());
        }
    }

    /** The first page alone. */
    public PrintedPage firstPageOnly() {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(content)) {
            while (document.getNumberOfPages() > 1) {
                document.removePage(document.getNumberOfPages() - 1);
            }
            document.setDocumentId(NO_MOMENT);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new PrintedPage(out.toByteArray(), 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrintedPage page && java.util.Arrays.equals(content, page.content);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(content);
    }
}
