package tidemark.remote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Objects that arrive packed with gzip although nobody asked for that: by a proxy on the way, or by a
/// server that takes every `.gz` for a packed text.
public final class UnaskedPacking {
    private static final int MAGIC = 0x1f8b;
    private static final int PEEKED = 64 * 1024;
    private static final int LOOK_AHEAD = 512;

    private UnaskedPacking() {}

    /// The bytes of the object as they were stored.
    ///
    /// @param coding the header `Content-Encoding`
    /// @param body the bytes as they arrive
    public static InputStream removed(ObjectName name, Optional<String> coding, InputStream body) throws IOException {
        var isPacked =
                coding.filter(text -> text.strip().matches("(?i)(x-)?gzip")).isPresent();
        if (!isPacked) {
            return body;
        }
        var arrived = new BufferedInputStream(body, PEEKED);
        if (!startsPacked(arrived, false) || (name.value().endsWith(".gz") && !startsPacked(arrived, true))) {
            return arrived;
        }
        return new GZIPInputStream(arrived);
    }

    /// Whether the bytes, or what is packed in them, begin as gzip does.
    private static boolean startsPacked(InputStream bytes, boolean inside) throws IOException {
        bytes.mark(PEEKED);
        try {
            var read = inside ? new GZIPInputStream(bytes, LOOK_AHEAD) : bytes;
            return (read.read() << 8 | read.read()) == MAGIC;
        } finally {
            bytes.reset();
        }
    }
}
