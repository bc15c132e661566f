package vn.dondoc.web.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered to what is no request by the rules of HTTP, such as an address that is too long: no page is asked then, as
 * nobody knows for which one.
 */
final class NoRequest extends ErrorHandler {
    private static final byte[] PAGE = """
            <!doctype html>
            <html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Địa chỉ không đúng – Đôn Đốc</title>
            <h1>Địa chỉ không đúng</h1>
            <p>Địa chỉ sai cách viết hoặc quá dài. <a href="/">Về trang đầu</a></p>
            <p lang="en">The address is malformed or too long. <a href="/">To the first page</a></p>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.getHeaders().put("Content-Type", "text/html; charset=utf-8");
        response.write(true, ByteBuffer.wrap(PAGE), callback);
    }
}
