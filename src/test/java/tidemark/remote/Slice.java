package tidemark.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/// A piece of a large content that is made while it is read; no two MiB of it are the same.
///
/// @param from the number of its first byte in the content
/// @param size its length in bytes
public record Slice(long from, long size) implements Body {
    @Override
    public InputStream open() {
        return new Stream();
    }

    private static byte at(long position) {
        return (byte) (((position * 31) >> 3) + (position >> 20));
    }

    /// The next part that an upload of the content with this size waits for; empty when all is kept.
    public static Optional<Slice> next(PartUpload upload, long size) {
        var length = Math.min(upload.partSize(), size - upload.kept());
        return length == 0 ? Optional.empty() : Optional.of(new Slice(upload.kept(), length));
    }

    /// Sends all parts that are missing.
    public static void sendRest(PartUpload upload, long size) {
        for (var part = next(upload, size); part.isPresent(); part = next(upload, size)) {
            upload.send(part.get());
        }
    }

    /// A receiver that takes these bytes and no others.
    public Checked checked() {
        return new Checked();
    }

    /// A receiver that fails at the first byte that is another one.
    public final class Checked extends OutputStream {
        private long position = from;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (var i = 0; i < length; i++) {
                if (position == from + size || bytes[offset + i] != at(position)) {
                    throw new AssertionError("not byte number " + position);
                }
                position++;
            }
        }

        /// Whether all bytes came.
        public boolean isComplete() {
            return position == from + size;
        }
    }

    private final class Stream extends InputStream {
        private long position = from;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, to.length);
            var n = (int) Math.min(length, from + size - position);
            for (var i = 0; i < n; i++) {
                to[offset + i] = at(position++);
            }
            return n == 0 && length > 0 ? -1 : n;
        }
    }
}
