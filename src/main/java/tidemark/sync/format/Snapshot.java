package tidemark.sync.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.ObjectName;

/// A checkpoint that stays on the remote, because the batches up to it may be gone: where history was emptied, or
/// where a device sent its state after the remote went back.
///
/// @param version at which it stands
/// @param hash of its bytes
public record Snapshot(ObjectName name, Version version, Hash hash) {
    public static final String FOLDER = "checkpoints/";

    private static final Pattern NAME = Pattern.compile(FOLDER + "(\\d{9,18})\\.([0-9a-f]{64})\\.sqlite");

    public static Snapshot of(Version version, Hash hash) {
        var name = String.format(Locale.ROOT, "%s%09d.%s.sqlite", FOLDER, version.number(), hash);
        return new Snapshot(new ObjectName(name), version, hash);
    }

    /// The base under this name, if it is one of a base.
    public static Optional<Snapshot> of(ObjectName name) {
        var match = NAME.matcher(name.value());
        return match.matches()
                ? Optional.of(new Snapshot(name, new Version(Long.parseLong(match.group(1))), new Hash(match.group(2))))
                : Optional.empty();
    }
}
