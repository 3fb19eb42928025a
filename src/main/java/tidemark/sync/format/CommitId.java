package tidemark.sync.format;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tidemark.remote.RandomHex;

/// A random name of one attempt to commit, 32 hexadecimal digits, by which a device knows its own batch when it reads
/// it back.
public record CommitId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public CommitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a commit id: " + value);
        }
    }

    /// A new commit id.
    public static CommitId random(RandomGenerator random) {
        return new CommitId(RandomHex.digits(random, 32));
    }

    @Override
    public String toString() {
        return value;
    }
}
