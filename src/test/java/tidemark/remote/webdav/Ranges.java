package tidemark.remote.webdav;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// The ways in which servers answer a request for the end of an object.
enum Ranges {
    /// With just these bytes.
    GIVEN,
    /// With the whole object.
    IGNORED,
    /// With the bytes before, too, and the header to it.
    WIDENED,
    /// With other bytes than the header says.
    MISLABELLED,
    /// With these bytes packed on the way, and the header as it was.
    PACKED,
    /// With all of the object packed.
    IGNORED_AND_PACKED;

    static void send(HttpExchange exchange, byte[] bytes, Ranges way) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var from = range == null ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (from == 0 || way == IGNORED) {
            reply(exchange, 200, bytes);
        } else if (way == IGNORED_AND_PACKED) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            reply(exchange, 200, packed(bytes));
        } else if (from >= bytes.length) {
            exchange.getResponseHeaders().add("Content-Range", "bytes */" + bytes.length);
            reply(exchange, 416, new byte[0]);
        } else {
            way.sendTail(exchange, bytes, (int) from);
        }
    }

    private void sendTail(HttpExchange exchange, byte[] bytes, int from) throws IOException {
        var first = this == WIDENED || this == MISLABELLED ? from - 1 : from;
        var told = this == WIDENED ? first : from;
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + told + "-" + (bytes.length - 1) + "/" + bytes.length);
        var tail = Arrays.copyOfRange(bytes, first, bytes.length);
        if (this == PACKED) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        }
        reply(exchange, 206, this == PACKED ? packed(tail) : tail);
    }

    private static void reply(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }
}
