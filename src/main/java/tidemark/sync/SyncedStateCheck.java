package tidemark.sync;

import java.util.ArrayList;
import java.util.List;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.schema.RecordId;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;
import tidemark.sync.state.UnreadableNotes;
import tidemark.sync.state.UnsendableRows;

/// A check that this copy holds what the log says: the stored state hash against one computed anew from every record.
public final class SyncedStateCheck {
    private final Database database;

    /// A check of this library.
    public SyncedStateCheck(Database database) {
        this.database = database;
    }

    /// Stores the state hash that the rows have.
    ///
    /// @throws tidemark.remote.RemoteException.Denied when what a row was when last in sync cannot be read
    public void recomputeHash() {
        database.change(Origin.SYNC, sql -> {
            UnreadableNotes.requireNone(sql);
            var replica = new Replica(sql);
            var here = replica.position();
            var found = new SyncedRecords(sql, new SyncedState(sql, database.schema())).hash();
            replica.moveTo(new Replica.Position(here.version(), here.hash(), found));
        });
    }

    /// The findings about the pending rows and the outgoing batch, in words.
    public List<String> findingsOfPending() {
        return database.read(sql -> {
            var findings = new ArrayList<String>();
            UnsendableRows.all(sql, database.schema()).forEach(row -> findings.add(row.toString()));
            var frozen = new Outgoing(sql).find();
            var next = new Replica(sql).position().version().next();
            if (frozen.isPresent() && !frozen.get().version().equals(next)) {
                findings.add("The batch on its way is version %s, not %s."
                        .formatted(frozen.get().version(), next));
            }
            return findings;
        });
    }

    /// The findings in words; none when both hashes are equal. Reads every row.
    public List<String> findings() {
        return database.read(sql -> {
            var unreadable = UnreadableNotes.all(sql);
            if (!unreadable.isEmpty()) {
                return unreadable.stream().map(SyncedStateCheck::inWords).toList();
            }
            var position = new Replica(sql).position();
            var found = new SyncedRecords(sql, new SyncedState(sql, database.schema())).hash();
            return found.equals(position.state())
                    ? List.of()
                    : List.of("The rows at version %s have the fingerprint %s, but %s was kept."
                            .formatted(position.version(), found, position.state()));
        });
    }

    private static String inWords(RecordId record) {
        return "What %s was when last in sync cannot be read; the next sync takes it from the remote."
                .formatted(record);
    }
}
