package tidemark.sync.checkpoint;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;
import tidemark.sync.state.UnreadableNotes;

/// The mending of notes that another tool made unreadable. What a record was when last in sync is taken anew from a
/// replay of the remote up to this copy's version: there the synced state is the same everywhere (rule 1).
///
/// Where the remote does not lead to that state, the records stay set aside, and everything else is synced.
public final class NoteMending {
    private static final Logger LOG = LoggerFactory.getLogger(NoteMending.class);

    private final SyncContext context;
    private final Database database;
    private Optional<Version> tried = Optional.empty();

    /// The mending in this library.
    public NoteMending(SyncContext context) {
        this.context = context;
        this.database = context.database();
    }

    /// Mends what can be mended. A replay that did not help is not repeated at the same version.
    public void run(LibraryManifest library) throws UpdateNeeded {
        var unreadable = database.read(UnreadableNotes::all);
        var here = database.read(sql -> new Replica(sql).position());
        if (unreadable.isEmpty() || tried.equals(Optional.of(here.version()))) {
            return;
        }
        LOG.warn("What {} was when last in sync cannot be read, and is looked up on the remote", unreadable);
        if (here.version().equals(Version.NONE)) {
            mend(here, Map.of(), unreadable);
            return;
        }
        try (var replay = Replay.to(context, library.library(), here.version())) {
            var found = new HashMap<RecordId, Row>();
            unreadable.forEach(record -> replay.find(record).ifPresent(row -> found.put(record, row)));
            mend(replay.position(), found, unreadable);
        } catch (Corrupt e) {
            LOG.warn("The remote does not tell it", e);
        }
        tried = Optional.of(here.version());
    }

    private void mend(Replica.Position at, Map<RecordId, Row> found, Set<RecordId> unreadable) {
        database.change(Origin.SYNC, sql -> {
            if (!new Replica(sql).position().equals(at)) {
                LOG.warn("The remote leads to another state than this copy's");
                return;
            }
            mend(sql, new SyncedState(sql, database.schema()), found, unreadable);
        });
    }

    /// Counts what cannot be read as not known on the remote, in the transaction of `sql`: this copy's state is to be
    /// sent anew, and no replay tells any longer what it was. The rows are new then, with what they hold here.
    public static void giveUp(Sql sql, Schema schema) throws SQLException {
        var unreadable = UnreadableNotes.all(sql);
        if (unreadable.isEmpty()) {
            return;
        }
        LOG.warn("What {} was when last in sync cannot be read, and counts as nothing in the state sent", unreadable);
        var state = new SyncedState(sql, schema);
        mend(sql, state, Map.of(), unreadable);
        var replica = new Replica(sql);
        var here = replica.position();
        replica.moveTo(new Replica.Position(here.version(), here.hash(), new SyncedRecords(sql, state).hash()));
    }

    private static void mend(Sql sql, SyncedState state, Map<RecordId, Row> found, Set<RecordId> unreadable)
            throws SQLException {
        ChangeCapture.suspended(sql, () -> {
            for (var record : unreadable) {
                mend(state, record, Optional.ofNullable(found.get(record)));
            }
        });
    }

    /// Notes what the record was when last in sync. A row that is not pending is that itself.
    private static void mend(SyncedState state, RecordId record, Optional<Row> synced) throws SQLException {
        if (!state.knows(record)) {
            state.pending().remove(record);
        } else if (state.pending().find(record).isPresent()) {
            state.pending().put(record, synced.map(row -> state.known(record, row)));
        } else if (synced.isPresent() && state.rows().find(record).isEmpty()) {
            state.unknown().putAside(record, synced.get());
            return;
        } else if (synced.isPresent()) {
            state.set(record, Optional.of(state.known(record, synced.get())));
        }
        state.keepUnknown(record, synced);
    }
}
