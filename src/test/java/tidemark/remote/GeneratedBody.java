package tidemark.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;

/// A body whose bytes are made while they are read, so that they never need memory at once; it may be shorter than it
/// says, or break off.
final class GeneratedBody implements Body {
    private final long size;
    private final long end;
    private final boolean breaking;

    private GeneratedBody(long size, long end, boolean breaking) {
        this.size = size;
        this.end = end;
        this.breaking = breaking;
    }

    GeneratedBody(long size) {
        this(size, size, false);
    }

    static GeneratedBody endingAt(long end, long size) {
        return new GeneratedBody(size, end, false);
    }

    static GeneratedBody breakingOffAt(long end, long size) {
        return new GeneratedBody(size, end, true);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new Stream();
    }

    byte[] sha256() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var from = open()) {
            from.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return digest.digest();
    }

    private final class Stream extends InputStream {
        private long at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, to.length);
            if (at == end && breaking) {
                throw new IOException("the disk of this test broke");
            }
            if (at == end) {
                return -1;
            }
            var n = (int) Math.min(length, end - at);
            for (var i = 0; i < n; i++) {
                to[offset + i] = (byte) (((at + i) * 31) >> 3);
            }
            at += n;
            return n;
        }
    }
}
