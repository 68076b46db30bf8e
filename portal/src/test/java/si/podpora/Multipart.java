package si.podpora;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with files, as a browser without JavaScript sends it (RFC 7578). */
public final class Multipart {

    static final String BOUNDARY = "----meja7MA4YWxkTrZu0gW";

    private final List<byte[]> parts = new ArrayList<>();

    public Multipart field(String name, String value) {
        parts.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n"));
        return this;
    }

    public Multipart file(String fileName, byte[] content) {
        return file("files", fileName, content);
    }

    /** A file in a field of another name than that of attachments. */
    public Multipart file(String field, String fileName, byte[] content) {
        parts.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(content);
        parts.add(bytes("\r\n"));
        return this;
    }

    public HttpRequest.Builder on(HttpRequest.Builder request) {
        var all = new ArrayList<>(parts);
        all.add(bytes("--" + BOUNDARY + "--\r\n"));
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(all));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
