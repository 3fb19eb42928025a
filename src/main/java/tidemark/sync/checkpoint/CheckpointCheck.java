package tidemark.sync.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidemark.db.SqliteFile;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.Layout;
import tidemark.sync.format.StateHash;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// A check of the checkpoint on the remote against the log, which is replayed past it. A remote without a checkpoint is
/// sound.
public final class CheckpointCheck implements AutoCloseable {
    private final Path file;
    private final List<String> findings;
    private final Optional<Replica.Position> claimed;
    private boolean reached;

    private CheckpointCheck(Path file, List<String> findings, Optional<Replica.Position> claimed) {
        this.file = file;
        this.findings = findings;
        this.claimed = claimed;
    }

    /// Downloads the checkpoint and checks its rows against its state hash.
    ///
    /// @param findings takes what is wrong, in words
    public static CheckpointCheck of(SyncContext context, String library, List<String> findings) {
        var file = context.scratch().resolve("checkpoint-checked.sqlite");
        var log = new RemoteLog(context.store(), context.database().schema().number());
        var install = new CheckpointInstall(context, log);
        if (install.download(Layout.CHECKPOINT, file).isEmpty()) {
            return new CheckpointCheck(file, findings, Optional.empty());
        }
        var checkpoint = Checkpoint.open(file);
        if (checkpoint.isEmpty()) {
            findings.add("database.sqlite is damaged, or no checkpoint.");
        } else if (!checkpoint.get().library().equals(library)) {
            findings.add("database.sqlite is another library's.");
        } else if (!checkpoint.get().position().state().equals(sum(checkpoint.get()))) {
            findings.add("The rows in database.sqlite do not have the state hash that it names.");
        }
        return new CheckpointCheck(
                file, findings, findings.isEmpty() ? checkpoint.map(Checkpoint::position) : Optional.empty());
    }

    private static StateHash sum(Checkpoint checkpoint) {
        return SqliteFile.read(checkpoint.file(), sql -> {
            var sum = new StateHash[] {StateHash.EMPTY};
            try {
                checkpoint.each(
                        sql, (record, row, _) -> sum[0] = sum[0].changed(record, Optional.empty(), Optional.of(row)));
            } catch (ChangeMismatch e) {
                throw new IllegalStateException("nothing is applied here", e);
            }
            return sum[0];
        });
    }

    /// Compares the checkpoint with the replay, when that is at its version.
    public void passed(Replica.Position position) {
        if (claimed.filter(at -> at.version().equals(position.version())).isPresent()) {
            reached = true;
            if (!claimed.get().equals(position)) {
                findings.add(
                        "database.sqlite says that it is version %s, and holds another state than the log leads to."
                                .formatted(position.version()));
            }
        }
    }

    /// Notes the end of the log, which must not be before the checkpoint.
    public void ended(Replica.Position position) {
        if (claimed.isPresent() && !reached && claimed.get().version().isAfter(position.version())) {
            findings.add("database.sqlite is at version %s, the log ends at %s."
                    .formatted(claimed.get().version(), position.version()));
        }
    }

    @Override
    public void close() {
        SqliteFile.delete(file);
    }
}
