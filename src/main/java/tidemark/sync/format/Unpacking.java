package tidemark.sync.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.UnreadableBatch;

/// A stream that unpacks a batch, which is never whole in memory: it may come from anyone, and a few kilobytes can
/// unpack to gigabytes. Damage is a [Corrupt], never an [IOException].
public final class Unpacking extends InputStream {
    private final ObjectName name;
    private final InputStream zip;
    private final int longest;
    private final MessageDigest digest = Hash.sha256();
    private long length;

    Unpacking(ObjectName name, InputStream zip, int longest) {
        this.name = name;
        this.zip = zip;
        this.longest = longest;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) {
        try {
            var count = zip.read(bytes, offset, most);
            if (count > 0) {
                count(bytes, offset, count);
            }
            return count;
        } catch (IOException e) {
            throw new UnreadableBatch(DamagedBatch.problem(name, "it is not gzip"), e);
        }
    }

    private void count(byte[] bytes, int offset, int count) {
        length += count;
        if (length > longest) {
            throw new UnreadableBatch(
                    DamagedBatch.problem(name, "it unpacks to more than %,d bytes".formatted(longest)));
        }
        digest.update(bytes, offset, count);
    }

    @Override
    public byte[] readAllBytes() {
        try {
            return super.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableBatch(DamagedBatch.problem(name, "it is not gzip"), e);
        }
    }

    /// Reads the rest, and returns the hash of everything read.
    public Hash hash() {
        var rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            // the digest sees it
        }
        close();
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
