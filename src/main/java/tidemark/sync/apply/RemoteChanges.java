package tidemark.sync.apply;

import java.sql.SQLException;
import java.time.Instant;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;
import tidemark.sync.format.Batch;
import tidemark.sync.format.Change;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.Device;
import tidemark.sync.format.Version;

/// Changes that come from elsewhere, with their author: those of a batch, or the differences to a checkpoint.
///
/// @param kind which author's program made them, and from what
/// @param source may be walked more than once
public record RemoteChanges(Device device, Instant time, Version version, Kind kind, Source source) {
    /// The lowest schema number whose programs do.
    private static final int ALL_VERSIONS = 2;

    /// The kinds of changes.
    public enum Kind {
        /// Those of a batch from the first release, which keeps two versions of a conflict.
        RELEASED_BATCH,
        /// Those of a batch from a program that keeps all versions of a conflict.
        BATCH,
        /// The differences to a state that holds its records' times of the last edit.
        STATE
    }

    /// A taker of the changes, one by one.
    @FunctionalInterface
    public interface Visitor {
        void visit(Change change) throws SQLException, ChangeMismatch;
    }

    /// A source that hands out the same changes each time.
    @FunctionalInterface
    public interface Source {
        void each(Visitor visitor) throws SQLException, ChangeMismatch;
    }

    static RemoteChanges of(Batch batch) {
        var kind = batch.schema() >= ALL_VERSIONS ? Kind.BATCH : Kind.RELEASED_BATCH;
        return new RemoteChanges(batch.device(), batch.time(), batch.version(), kind, visitor -> {
            for (var change : batch.changes()) {
                visitor.visit(change);
            }
        });
    }

    /// Whether their author's program keeps every version of a conflict, not two.
    boolean knowsAllVersions() {
        return kind != Kind.RELEASED_BATCH;
    }

    /// Whether the time of a change is that of the record's last edit, as its device shows it.
    boolean tellsEdits() {
        return kind == Kind.STATE;
    }

    /// The failure of a batch that diverges from this library.
    ///
    /// @param what the difference, for people
    public static RemoteException.Corrupt disagreement(Version version, Device device, String what) {
        return new RemoteException.Corrupt(new Problem(
                "Version " + version + ", written by " + device.name() + ", does not fit this library: " + what + ".",
                "It was not applied; your library and your edits are untouched, and sync has stopped.",
                "Check the remote with `tidemark verify --remote`, or choose whose copy counts."));
    }
}
