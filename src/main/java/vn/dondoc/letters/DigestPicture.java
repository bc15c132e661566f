package vn.dondoc.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.dondoc.outbox.Attachment;

/**
 * A picture within a digest.
 *
 * @param name what the template calls it, and its file without the ending
 * @param alt the same in words and figures, for whoever does not see it
 * @param width in points of the page
 * @param height likewise
 */
record DigestPicture(String name, String alt, int width, int height, byte[] png) {

    String contentId() {
        return name + "@dondoc";
    }

    Attachment attachment() {
        return Attachment.picture(name + ".png", contentId(), png);
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cid", contentId());
        view.put("alt", alt);
        view.put("width", width);
        view.put("height", height);
        return view;
    }

    /** What a template sees in place of a picture that there is not. */
    static Map<String, Object> none() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cid", "");
        view.put("alt", "");
        view.put("width", 0);
        view.put("height", 0);
        return view;
    }
}
