package tidemark.sync;

import java.util.Locale;
import tidemark.remote.ObjectName;

/// The number of a committed batch; 0 is an empty library's.
public record Version(long number) implements Comparable<Version> {
    /// Before the first batch.
    public static final Version NONE = new Version(0);

    private static final long PER_FOLDER = 1000;

    public Version {
        if (number < 0) {
            throw new IllegalArgumentException("a version is not negative: " + number);
        }
    }

    /// The number after this one.
    public Version next() {
        return new Version(number + 1);
    }

    /// Whether this comes later in the log.
    public boolean isAfter(Version other) {
        return number > other.number;
    }

    /// Where the batch of this number lies: a folder per thousand.
    ObjectName objectName() {
        return new ObjectName(
                String.format(Locale.ROOT, "changes/%09d/%03d.json.gz", number / PER_FOLDER, number % PER_FOLDER));
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
