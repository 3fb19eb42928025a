package tidemark.sync.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The commit mode of a library: who decides which batch is the one of a number. `library.json` fixes it for all
/// devices.
public enum CommitMode {
    /// The storage decides: it creates an object only if its name is free.
    CREATE,
    /// The devices decide among themselves, by the names of small objects, where storage cannot be trusted to.
    CLAIMS;

    /// The word for it in `library.json`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode of this word; empty for one that only newer programs know.
    public static Optional<CommitMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findAny();
    }
}
