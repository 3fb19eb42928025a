package tidemark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tidemark.remote.Body;

/// A piece of a content's file to be sent, whose bytes flow as [Flow] lets them.
///
/// @param from the first byte of the piece
record ContentBody(Path file, long from, long size, Flow flow) implements Body {
    @Override
    public InputStream open() throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(from);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        flow.from(from);
        return new Piece(Channels.newInputStream(channel));
    }

    private final class Piece extends InputStream {
        private static final int CHUNK = 64 * 1024;

        private final InputStream whole;
        private long left = size;

        Piece(InputStream whole) {
            this.whole = whole;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var n = whole.read(to, offset, (int) Math.min(Math.min(length, CHUNK), left));
            if (n > 0) {
                left -= n;
                flow.moved(n);
            }
            return n;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, whole.available());
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}
