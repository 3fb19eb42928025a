package tidemark.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tidemark.db.Database;
import tidemark.db.OwnerOnly;
import tidemark.db.SqliteFile;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// The rehearsal of a step that replaces content, as [DryRun] is that of the first sync: it is done on a copy, and
/// nothing is changed here or there.
public final class Rehearsal {
    private static final String COPY = "rehearsal.sqlite";

    private Rehearsal() {}

    /// A step on a copy of a library.
    @FunctionalInterface
    public interface Step {
        void run(Database copy) throws UpdateNeeded;
    }

    /// The effects of the step on this library.
    ///
    /// @param scratch a folder for the copy
    /// @param settings how the copy is opened
    public static Effects of(Database database, Path scratch, Database.Settings settings, Step step) {
        var copy = scratch.resolve(COPY);
        try {
            OwnerOnly.folder(scratch);
            SqliteFile.delete(copy);
            database.copyTo(copy);
            try (var other = Database.open(copy, settings)) {
                step.run(other);
                return database.read(before -> other.read(after -> Effects.between(before, after, other.schema())));
            } finally {
                SqliteFile.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UpdateNeeded e) {
            throw new Denied(tooNew(e));
        }
    }

    /// The effects of a decision after a rollback of the remote: on this copy where the remote's is taken, and on the
    /// remote where this device's state is sent.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails, or has nothing to take
    public static Effects of(RollbackDecision decision, SyncContext context, Database.Settings settings) {
        return switch (decision) {
            case SEND -> ofSending(context);
            case TAKE ->
                of(context.database(), context.scratch(), settings, copy -> {
                    var over = context.over(copy);
                    var log = new RemoteLog(over.store(), copy.schema().number());
                    new RollbackRecovery(over, log, new Snapshots(over, log), new CheckpointInstall(over, log))
                            .take(() -> {});
                });
        };
    }

    private static Effects ofSending(SyncContext context) {
        var database = context.database();
        try {
            var manifest = LibraryManifest.read(context.store());
            if (manifest.isEmpty()) {
                return database.read(here -> Effects.ofAll(here, database.schema()));
            }
            try (var replay = Replay.of(context, manifest.get().library())) {
                readWhatCanBeRead(replay, manifest.get().library());
                return SqliteFile.read(
                        replay.checkpoint(),
                        there -> database.read(here -> Effects.between(there, here, database.schema())));
            }
        } catch (UpdateNeeded e) {
            throw new Denied(tooNew(e));
        }
    }

    private static void readWhatCanBeRead(Replay replay, String library) throws UpdateNeeded {
        try {
            replay.begin(library);
            replay.toEnd();
        } catch (Corrupt _) {
            // the rest cannot be read, and is lost to all devices alike
        }
    }

    private static Problem tooNew(UpdateNeeded e) {
        return new Problem(
                "What lies there was written by a newer Tidemark (format " + e.minReader() + ").",
                "Nothing was changed here or there.",
                "Update Tidemark on this computer, then try again.");
    }
}
