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
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns a page of HTML into a PDF of one A4 page with its typeface inside; the same page gives the same bytes. */
public final class PrintedPage {
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final String PNG = "data:image/png;";
    private static final int BOLD = 700;
    private static final int PLAIN = 400;
    /** Stands where a PDF would otherwise tell the moment at which it was made. */
    private static final long NO_MOMENT = 0L;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PrintedPage() {}

    /**
     * Prints what fits on one page. Nothing is fetched from outside: a picture that is not among those given stays out.
     *
     * @param html a whole document; an element {@code img} names a picture as {@code cid:…}
     * @param pictures PNGs by content id
     * @return the PDF; empty when it would take more than one page
     */
    public static Optional<byte[]> onOnePage(String html, Map<String, byte[]> pictures) {
        return print(html, pictures, false);
    }

    /** The first page of what takes several. */
    public static byte[] firstPage(String html, Map<String, byte[]> pictures) {
        return print(html, pictures, true).orElseThrow();
    }

    private static Optional<byte[]> print(String html, Map<String, byte[]> pictures, boolean cut) {
        Roboto.plain(1);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode()
                .useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM)
                .useFont(() -> Roboto.openPlain(html), "Roboto", PLAIN, FontStyle.NORMAL, true)
                .useFont(() -> Roboto.openBold(html), "Roboto", BOLD, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> uri.startsWith(PNG) ? uri : null)
                .withW3cDocument(new W3CDom().fromJsoup(withPictures(html, pictures)), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            boolean fits = renderer.getRootBox().getLayer().getPages().size() == 1;
            return fits || cut ? Optional.of(written(renderer)) : Optional.empty();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    private static Document withPictures(String html, Map<String, byte[]> pictures) {
        Document page = Jsoup.parse(html);
        for (Element picture : page.select("img")) {
            byte[] png = pictures.get(picture.attr("src").replaceFirst("^cid:", ""));
            if (png == null) {
                picture.remove();
            } else {
                picture.attr("src", PNG + "base64," + Base64.getEncoder().encodeToString(png));
            }
        }
        return page;
    }

    private static byte[] written(PdfBoxRenderer renderer) throws IOException {
        try (PDDocument document = renderer.createPDFKeepOpen()) {
            while (document.getNumberOfPages() > 1) {
                document.removePage(document.getNumberOfPages() - 1);
            }
            document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            document.setDocumentId(NO_MOMENT);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
