package tidemark.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.sync.checkpoint.DeviceHint;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.format.Batch;
import tidemark.sync.format.Layout;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// A comparison of this copy with another device's, by the last hint of that device.
///
/// @param version the version that was compared
/// @param seen when the other device wrote its hint, by its clock
public record Comparison(String device, long version, Instant seen, Verdict verdict) {
    /// The outcome of a comparison.
    public enum Verdict {
        /// Both state hashes of that version are equal: the copies held the same.
        IDENTICAL,
        /// The state hashes differ: one of the copies is wrong.
        DIFFERENT,
        /// The other device is ahead: sync first.
        AHEAD,
        /// The state hash of that version is no longer kept here, or the hint has none.
        UNKNOWN
    }

    private static final int MOST = 1000;

    /// Compares this copy with all other devices that left a hint, and leaves one of its own.
    ///
    /// @throws tidemark.remote.RemoteException when the remote cannot be reached
    public static List<Comparison> all(SyncContext context) {
        new DeviceHints(context).upload();
        return context.store().list(DeviceHint.FOLDER, Optional.empty(), MOST).stream()
                .filter(name -> !name.equals(Layout.device(context.device())))
                .flatMap(name -> DeviceHint.read(context.store(), name).stream())
                .map(hint -> of(hint, context.database()))
                .sorted(Comparator.comparing(Comparison::device))
                .toList();
    }

    private static Comparison of(DeviceHint hint, Database database) {
        var here = database.read(sql -> new Replica(sql).position()).version();
        var verdict = hint.version().isAfter(here) ? Verdict.AHEAD : verdict(hint, stateAt(hint.version(), database));
        return new Comparison(hint.name(), hint.version().number(), hint.seen(), verdict);
    }

    private static Verdict verdict(DeviceHint hint, Optional<StateHash> own) {
        if (own.isEmpty() || hint.state().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return own.equals(hint.state()) ? Verdict.IDENTICAL : Verdict.DIFFERENT;
    }

    /// The state hash that this copy had at that version, as far back as its log goes.
    private static Optional<StateHash> stateAt(Version version, Database database) {
        return database.read(sql -> {
            var position = new Replica(sql).position();
            if (position.version().equals(version)) {
                return Optional.of(position.state());
            }
            return new LocalLog(sql).batch(version).map(Batch::stateHash);
        });
    }
}
