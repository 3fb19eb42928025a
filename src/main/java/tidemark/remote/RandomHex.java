package tidemark.remote;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Random hexadecimal digits, for ids and names that nobody else chooses.
public final class RandomHex {
    private RandomHex() {}

    /// Random lower-case hexadecimal digits, two for each byte drawn.
    ///
    /// @param count the number of digits; even
    public static String digits(RandomGenerator random, int count) {
        var bytes = new byte[count / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
