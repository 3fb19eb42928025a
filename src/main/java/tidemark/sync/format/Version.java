package tidemark.sync.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.ObjectName;

/// The number of a batch; 0 is an empty library's.
public record Version(long number) implements Comparable<Version> {
    /// The version before the first batch.
    public static final Version NONE = new Version(0);

    /// The folder of the batches, with its slash.
    public static final String FOLDER = "changes/";

    private static final long PER_FOLDER = 1000;
    private static final Pattern NAME = Pattern.compile(FOLDER + "(\\d{9,15})/(\\d{3})\\.json\\.gz");

    public Version {
        if (number < 0) {
            throw new IllegalArgumentException("a version is not negative: " + number);
        }
    }

    /// The number after this one.
    public Version next() {
        return new Version(number + 1);
    }

    /// The number before this one, which is not the first.
    public Version before() {
        return new Version(number - 1);
    }

    /// Whether this comes later in the log.
    public boolean isAfter(Version other) {
        return number > other.number;
    }

    /// The name of the batch with this number: a folder per thousand.
    public ObjectName objectName() {
        return new ObjectName(
                String.format(Locale.ROOT, "changes/%09d/%03d.json.gz", number / PER_FOLDER, number % PER_FOLDER));
    }

    /// The number of the batch under this name, if the name is one of a batch.
    public static Optional<Version> of(ObjectName name) {
        var match = NAME.matcher(name.value());
        return match.matches()
                ? Optional.of(new Version(Long.parseLong(match.group(1)) * PER_FOLDER + Long.parseLong(match.group(2))))
                : Optional.empty();
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
