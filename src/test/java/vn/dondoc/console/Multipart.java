package vn.dondoc.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A form with a file, as browsers send it. */
final class Multipart {
    static final String TYPE = "multipart/form-data; boundary=ranh-gioi";

    private Multipart() {}

    static BodyPublisher of(Map<String, String> fields, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--ranh-gioi\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--ranh-gioi\r\nContent-Disposition: form-data; name=\"tep\"; filename=\""
                        + fileName.replace("\"", "%22").replace("\r", "").replace("\n", "")
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--ranh-gioi--\r\n".getBytes(UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }
}
