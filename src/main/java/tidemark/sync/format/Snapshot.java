package tidemark.sync.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.ObjectName;

/// A snapshot: a checkpoint that stays on the remote, because the batches up to it may be gone, after a truncation or
/// after a device sent its state as a fork. The JSON of batches calls it `base`.
///
/// @param version the version of its synced state
/// @param hash the SHA-256 of its bytes
public record Snapshot(ObjectName name, Version version, Hash hash) {
    /// The folder of the snapshots, with its slash.
    public static final String FOLDER = "checkpoints/";

    private static final Pattern NAME = Pattern.compile(FOLDER + "(\\d{9,18})\\.([0-9a-f]{64})\\.sqlite");

    /// The snapshot with this version and hash, under `checkpoints/<version>.<hash>.sqlite`.
    public static Snapshot of(Version version, Hash hash) {
        var name = String.format(Locale.ROOT, "%s%09d.%s.sqlite", FOLDER, version.number(), hash);
        return new Snapshot(new ObjectName(name), version, hash);
    }

    /// The snapshot under this name, if the name is one of a snapshot.
    public static Optional<Snapshot> of(ObjectName name) {
        var match = NAME.matcher(name.value());
        return match.matches()
                ? Optional.of(new Snapshot(name, new Version(Long.parseLong(match.group(1))), new Hash(match.group(2))))
                : Optional.empty();
    }
}
