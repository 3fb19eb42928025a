package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.files.OpenedCopies.Opened;

/// The opened copies in which a program has saved: each save once, when it is over. Programs write in pieces, write
/// another file and rename it over this one, or remove this one first; what else they leave beside it, such as locks,
/// is not looked at. Used by one thread.
public final class SavedCopies {
    /// A file that was not touched for so long is whole.
    private static final Duration QUIET = Duration.ofSeconds(2);

    private record Seen(FileState state, Instant since) {}

    private final OpenedCopies copies;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, FileState> known = new HashMap<>();

    /// The saves in these copies from now on, and those that nobody has taken notice of yet.
    public SavedCopies(OpenedCopies copies) {
        this.copies = copies;
    }

    /// The copies with a save that is over and was not told before. To be called about once a second.
    public List<Opened> look(Instant now) {
        var saved = new ArrayList<Opened>();
        for (var opened : copies.all()) {
            var state = FileState.of(opened.path());
            if (isNew(opened, state) && isQuiet(opened, state.get(), now)) {
                known.put(opened.file(), state.get());
                if (copies.isEdited(opened)) {
                    saved.add(opened);
                }
            }
        }
        return saved;
    }

    private boolean isNew(Opened opened, Optional<FileState> state) {
        if (state.isEmpty()) {
            seen.remove(opened.file());
        }
        return state.isPresent() && !state.equals(Optional.ofNullable(known.get(opened.file())));
    }

    private boolean isQuiet(Opened opened, FileState state, Instant now) {
        var before = seen.get(opened.file());
        if (before == null || !before.state().equals(state)) {
            seen.put(opened.file(), new Seen(state, now));
            return false;
        }
        return !now.isBefore(before.since().plus(QUIET));
    }

    /// Tells of a copy again at a later look: what was saved in it could not be taken.
    public void again(Opened opened) {
        known.remove(opened.file());
        seen.remove(opened.file());
    }
}
