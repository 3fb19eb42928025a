package tidemark.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// Objects delivered other than they are.
final class TamperedObjects {
    private static final byte[] BOMB = bomb();

    private final RemoteStore backing;
    private final RandomGenerator random;

    TamperedObjects(RemoteStore backing, RandomGenerator random) {
        this.backing = backing;
        this.random = random;
    }

    /// The object as it is delivered under this fault; empty for a fault that does not tamper with it.
    Optional<Optional<RemoteObject>> object(Fault fault, ObjectName name, long limit) {
        return switch (fault) {
            case NOT_FOUND_ONCE -> Optional.of(Optional.empty());
            case STALE_READ -> Optional.of(((SimStore) backing).older(name));
            case TRUNCATED -> Optional.of(half(name, limit));
            case BIT_FLIPPED -> Optional.of(backing.get(name, limit).map(this::flipped));
            case GZIP_BOMB -> Optional.of(Optional.of(object(name, BOMB)));
            default -> Optional.empty();
        };
    }

    Optional<RemoteObject> half(ObjectName name, long limit) {
        return backing.get(name, limit)
                .map(whole -> object(name, Arrays.copyOf(whole.bytes(), whole.bytes().length / 2)));
    }

    private RemoteObject flipped(RemoteObject whole) {
        return new RemoteObject(whole.info(), flipped(whole.bytes(), random));
    }

    /// These bytes with one bit wrong.
    static byte[] flipped(byte[] whole, RandomGenerator random) {
        var bytes = whole.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static RemoteObject object(ObjectName name, byte[] bytes) {
        return new RemoteObject(new ObjectInfo(name, bytes.length, tidemark.remote.Metadata.NONE), bytes);
    }

    /// 65 MiB of zeros, packed.
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            var mebibyte = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(mebibyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
