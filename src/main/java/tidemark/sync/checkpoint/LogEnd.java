package tidemark.sync.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.SyncContext;

/// The end of the log as a reader found it: a number with nothing under it. A missing batch looks the same to a device
/// that has not read it, and what comes after it would be overlooked, or a batch be committed in its place.
public final class LogEnd {
    private static final int MOST_HINTS = 100;

    private final SyncContext context;
    private final RemoteStore store;
    private final RemoteLog log;

    /// The end of the log on the remote of this context.
    public LogEnd(SyncContext context, RemoteLog log) {
        this.context = context;
        this.store = context.store();
        this.log = log;
    }

    /// Whether the log ends after this version; false when it has gone on since the number after it was read. One
    /// listing.
    ///
    /// @throws Corrupt when the batch after this version is missing: it is a hole, and later ones are there
    public boolean isAfter(Version last) {
        var missing = last.next();
        var later = log.firstAfter(missing);
        if (later.isEmpty()) {
            return true;
        }
        if (isTaken(missing)) {
            return false;
        }
        throw new Corrupt(hole(missing, later.get()));
    }

    /// Whether nothing is under this number, though something is under a later one.
    public boolean isHole(Version version) {
        return log.firstAfter(version).isPresent() && !isTaken(version);
    }

    /// Whether something is under this number by now.
    public boolean isTaken(Version version) {
        return !(log.read(version) instanceof Entry.Nothing);
    }

    /// The hints of other devices that say that they were at a later version than this.
    public List<DeviceHint> ahead(Version last) {
        return store.list(DeviceHint.FOLDER, Optional.empty(), MOST_HINTS).stream()
                .filter(name -> !name.equals(Layout.device(context.device())))
                .flatMap(name -> DeviceHint.read(store, name).stream())
                .filter(hint -> hint.version().isAfter(last))
                .toList();
    }

    /// These devices in words, each with the version that it was at.
    public static String inWords(List<DeviceHint> devices) {
        return devices.stream()
                .map(hint -> "%s, which was at version %s".formatted(hint.name(), hint.version()))
                .collect(Collectors.joining("; or "));
    }

    private Problem hole(Version missing, Version later) {
        var ahead = ahead(missing.before());
        return new Problem(
                "Version %s is missing on the remote, though version %s is there.".formatted(missing, later),
                "Sync has stopped before it; your library and your edits are untouched.",
                "Run `tidemark verify --remote --fix` on %s: it puts back what it kept. If no device has it, run"
                                .formatted(ahead.isEmpty() ? "a device that is up to date" : inWords(ahead))
                        + " `tidemark remote went-back --send` on the device whose state shall count.");
    }
}
