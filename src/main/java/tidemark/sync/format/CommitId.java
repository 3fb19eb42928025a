package tidemark.sync.format;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Names one attempt to commit: 128 random bits, so that a device knows its own batch when it reads it back.
public record CommitId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public CommitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a commit id: " + value);
        }
    }

    /// A new one.
    public static CommitId random(RandomGenerator random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return new CommitId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
