package tidemark.sync.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidemark.remote.Body;
import tidemark.remote.RemoteObject;
import tidemark.sync.format.Version;

/// The content of `version.txt`. Like any hint it may be late, lost or anyone's: whoever acts on it looks for itself.
///
/// @param checkpoint the version of the newest checkpoint
/// @param missing a number of the log that a device found missing, for one that has kept the batch; the first
///     release then reads no hint at all
public record VersionHint(Optional<Version> checkpoint, Optional<Version> missing) {
    /// Nothing said.
    static final VersionHint NONE = new VersionHint(Optional.empty(), Optional.empty());

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})?\\s*(?:missing (\\d{1,18}))?");

    static VersionHint of(RemoteObject object) {
        var text = TEXT.matcher(new String(object.bytes(), StandardCharsets.US_ASCII).strip());
        return text.matches() ? new VersionHint(number(text, 1), number(text, 2)) : NONE;
    }

    private static Optional<Version> number(Matcher text, int group) {
        return Optional.ofNullable(text.group(group)).map(digits -> new Version(Long.parseLong(digits)));
    }

    /// This hint with the number that is missing.
    public VersionHint missing(Version version) {
        return new VersionHint(checkpoint, Optional.of(version));
    }

    /// This hint without a missing number.
    public VersionHint complete() {
        return new VersionHint(checkpoint, Optional.empty());
    }

    Body body() {
        var text = checkpoint.map(version -> version + "\n").orElse("")
                + missing.map(version -> "missing " + version + "\n").orElse("");
        return Body.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
