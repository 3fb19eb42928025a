package tidemark.sync.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.UnreadableBatch;

/// The form of a batch on the remote: gzipped JSON, made and read by [BatchWriter] and [BatchReader].
public final class BatchFormat {
    private static final int BUFFER = 16 << 10;

    private BatchFormat() {}

    /// A batch's bytes on the remote, with the hash of the JSON inside.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Encoded(Hash hash, byte[] bytes) {}

    /// The bytes of a batch with this JSON.
    public static Encoded encoded(byte[] json) {
        return new Encoded(Hash.of(json), zipped(json));
    }

    /// These bytes, gzipped.
    public static byte[] zipped(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The JSON in these bytes; refuses what would unpack to more than a batch may have.
    public static byte[] unzipped(ObjectName name, byte[] bytes) {
        return unpacking(name, bytes).readAllBytes();
    }

    /// The JSON in these bytes, unpacked while it is read.
    public static Unpacking unpacking(ObjectName name, byte[] bytes) {
        return unpacking(name, bytes, BatchLimits.RELEASED);
    }

    /// The JSON in these bytes, unpacked while it is read, of at most as many bytes as these limits allow.
    public static Unpacking unpacking(ObjectName name, byte[] bytes, BatchLimits limits) {
        try {
            return new Unpacking(name, new GZIPInputStream(new ByteArrayInputStream(bytes), BUFFER), limits.json());
        } catch (IOException e) {
            throw new UnreadableBatch(DamagedBatch.problem(name, "it is not gzip"), e);
        }
    }
}
