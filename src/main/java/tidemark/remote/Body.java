package tidemark.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes to be sent: their number, and a stream of them that can be opened again for another attempt.
public interface Body {
    /// In bytes.
    long size();

    /// From the first byte; the caller closes it.
    InputStream open() throws IOException;

    /// These bytes, which must not change afterwards.
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

    /// A file's content, streamed; the file must not change meanwhile.
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
