package tidemark.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of an object to be sent: their number, and a stream that can be opened again for another attempt.
public interface Body {
    /// The length in bytes.
    long size();

    /// A stream from the first byte on; the caller closes it.
    InputStream open() throws IOException;

    /// A body of these bytes, which must not change afterwards.
    static Body of(byte[] bytes) {
        return new Body() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /// A body streamed from a file, which must not change meanwhile.
    static Body of(Path file) throws IOException {
        var size = Files.size(file);
        return new Body() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
