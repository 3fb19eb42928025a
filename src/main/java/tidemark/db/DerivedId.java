package tidemark.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids derived from what they name, so that two devices that make the same thing make one row.
///
/// The first 128 bits of the SHA-256 of the parts' UTF-8, each followed by a zero byte, as a UUID of version 8, which
/// RFC 9562 leaves to the application.
public final class DerivedId {
    private static final long VERSION_MASK = 0xf000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private DerivedId() {}

    /// The id of the thing that these parts name, in this order.
    public static String of(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        var hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & ~VERSION_MASK) | VERSION_8;
        long low = (hash.getLong() & ~VARIANT_MASK) | VARIANT_2;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
