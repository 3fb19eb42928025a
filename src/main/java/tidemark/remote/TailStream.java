package tidemark.remote;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream that passes on all but the first bytes, for stores and servers that only give an object from its
/// beginning.
public final class TailStream extends FilterOutputStream {
    private long dropping;

    /// A stream to `out` that drops the first bytes.
    ///
    /// @param from the number of bytes to drop
    /// @throws IllegalArgumentException when it is negative
    public TailStream(OutputStream out, long from) {
        super(out);
        if (from < 0) {
            throw new IllegalArgumentException("no byte has the number " + from);
        }
        this.dropping = from;
    }

    @Override
    public void write(int b) throws IOException {
        if (dropping > 0) {
            dropping--;
        } else {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var dropped = (int) Math.min(dropping, length);
        dropping -= dropped;
        if (length > dropped) {
            out.write(bytes, offset + dropped, length - dropped);
        }
    }
}
