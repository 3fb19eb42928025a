package tidemark.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;

/// The names of objects on a remote, and the making and changing of such objects.
final class Names {
    static final ObjectName LIBRARY = new ObjectName("library.json");
    static final ObjectName CHECKPOINT = new ObjectName("database.sqlite");

    private Names() {}

    /// The name of the batch of this number.
    static ObjectName change(long number) {
        return new ObjectName(String.format(Locale.ROOT, "changes/%09d/%03d.json.gz", number / 1000, number % 1000));
    }

    static RemoteObject object(ObjectName name, byte[] bytes) {
        return new RemoteObject(new ObjectInfo(name, bytes.length, Metadata.NONE), bytes);
    }

    /// A tombstone, which fits whatever is known.
    static RemoteObject tombstone(ObjectName name) {
        return object(name, "tidemark-emptied ".getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] unzipped(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether these are the bytes of a tombstone.
    static boolean isTombstone(byte[] bytes) {
        var begin = "tidemark-emptied ".getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= begin.length && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
    }

    /// The SHA-256 as 64 hexadecimal digits.
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The batch with another `previous`; a damaged batch stays as it is.
    static RemoteObject following(RemoteObject batch, String hash) {
        String json;
        try {
            json = new String(unzipped(batch.bytes()), StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            return batch;
        }
        var other = json.replaceFirst("\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + hash + "\"");
        return object(batch.info().name(), zipped(other.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zipped(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
