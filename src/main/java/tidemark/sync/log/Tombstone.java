package tidemark.sync.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tidemark.remote.Body;
import tidemark.sync.format.Version;

/// The small object that takes the place of a truncated batch, so that its number stays taken.
final class Tombstone {
    private static final byte[] BEGINNING = "tidemark-emptied ".getBytes(StandardCharsets.US_ASCII);

    private Tombstone() {}

    static boolean is(byte[] bytes) {
        return bytes.length >= BEGINNING.length
                && Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /// The tombstone for this number.
    static Body of(Version version) {
        return Body.of((new String(BEGINNING, StandardCharsets.US_ASCII) + version + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
