package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A request or a response of HTTP/1.1 in bytes: the head up to the empty line, and the body.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(String head, byte[] body) {
    private static final String END = "\r\n\r\n";
    private static final Pattern QUERY = Pattern.compile("([^&=]+)=?([^&]*)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    static Message read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            var b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            head.append((char) b);
        }
        var length = LENGTH.matcher(head);
        return new Message(head.toString(), in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    }

    /// Reads a response that ends with the connection.
    static Message readToEnd(InputStream in) throws IOException {
        return of(new String(in.readAllBytes(), ISO_8859_1));
    }

    static Message of(String text) {
        var end = text.indexOf(END) + END.length();
        return new Message(text.substring(0, end), text.substring(end).getBytes(ISO_8859_1));
    }

    String firstLine() {
        return head.lines().findFirst().orElse("");
    }

    /// The value of a header; empty when there is none.
    String header(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    /// The parameters in the query of a URL.
    static Map<String, String> query(String text) {
        var query = new TreeMap<String, String>();
        var parts = QUERY.matcher(text);
        while (parts.find()) {
            query.put(parts.group(1), URLDecoder.decode(parts.group(2), UTF_8));
        }
        return query;
    }

    /// The number of the first byte that is asked for.
    long rangeStart() {
        var range = header("Range");
        return range.isEmpty() ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    /// The header of an answer with all from this byte on.
    static String range(long from, int size) {
        return "Content-Range: bytes %d-%d/%d\r\n".formatted(from, size - 1, size);
    }

    boolean hasChecksum() {
        return head.toLowerCase(Locale.ROOT).contains("x-amz-checksum");
    }

    String text() {
        return head + new String(body, ISO_8859_1);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// The request as a server wants it: with a path instead of a URL, and closed after the response.
    Message forServer() {
        var lines = head.strip().lines().toList();
        var changed = new StringBuilder(lines.getFirst().replaceFirst(" https?://[^/]+", " "));
        lines.stream()
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-)?connection:.*"))
                .forEach(line -> changed.append("\r\n").append(line));
        return new Message(changed + "\r\nConnection: close" + END, body);
    }

    Message cut() {
        return new Message(head, Arrays.copyOf(body, body.length / 2));
    }
}
