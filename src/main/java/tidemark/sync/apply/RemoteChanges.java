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
/// @param knowsAllVersions whether their author's program keeps every version of a conflict, not two
/// @param source may be walked more than once
public record RemoteChanges(Device device, Instant time, Version version, boolean knowsAllVersions, Source source) {
    /// The lowest schema number whose programs do.
    private static final int ALL_VERSIONS = 2;

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
        var knowsAll = batch.schema() >= ALL_VERSIONS;
        return new RemoteChanges(batch.device(), batch.time(), batch.version(), knowsAll, visitor -> {
            for (var change : batch.changes()) {
                visitor.visit(change);
            }
        });
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
