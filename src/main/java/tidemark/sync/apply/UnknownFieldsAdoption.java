package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncedState;

/// The adoption of unknown fields after an update of the program: they move into the columns that it has for them.
public final class UnknownFieldsAdoption {
    private final SyncedState state;
    private final TreeIntegrity integrity;
    private final Outgoing outgoing;

    private UnknownFieldsAdoption(Sql sql, Schema schema) {
        this.state = new SyncedState(sql, schema);
        this.integrity = new TreeIntegrity(sql, state);
        this.outgoing = new Outgoing(sql);
    }

    /// Adopts them, once for each schema number of the program.
    public static void run(Database database) {
        var known = database.schema().number();
        var last = database.read(sql -> new Replica(sql).number(LocalKey.ADOPTED_SCHEMA))
                .orElse(0);
        if (last >= known) {
            return;
        }
        database.change(Origin.SYNC, sql -> {
            ChangeCapture.suspended(sql, new UnknownFieldsAdoption(sql, database.schema())::adoptAll);
            new Replica(sql).set(LocalKey.ADOPTED_SCHEMA, Integer.toString(known));
        });
    }

    /// Adopts all that can be, in several passes: a record may refer to one that is adopted later.
    private void adoptAll() throws SQLException {
        var aside = Set.copyOf(state.unknown().aside());
        var waiting = state.unknown().all();
        int before;
        do {
            before = waiting.size();
            var left = new ArrayList<RecordId>();
            for (var record : waiting) {
                if (!isAdopted(record, aside.contains(record))) {
                    left.add(record);
                }
            }
            waiting = left;
        } while (waiting.size() < before);
    }

    private boolean isAdopted(RecordId record, boolean isAside) throws SQLException {
        var entry = state.knows(record) && !isAside ? state.pending().find(record) : Optional.<Pending.Entry>empty();
        return entry.isPresent() ? widen(entry.get()) : integrity.adopt(record);
    }

    /// Adopts the unknown fields of a pending row. The program that edited it could not change them: they are the same
    /// in the row, in its base, and in outgoing. A row that is sent again whole has no base.
    private boolean widen(Pending.Entry entry) throws SQLException {
        var record = entry.record();
        var parked = state.unknown().find(record);
        var known = state.known(record, parked.orElse(Row.EMPTY));
        if (parked.isEmpty() || !integrity.hasParents(record, known)) {
            return false;
        }
        if (entry.base().isPresent()) {
            state.pending().put(record, Optional.of(entry.base().get().overlaid(known)));
        }
        var row = state.rows().find(record);
        if (row.isPresent()) {
            state.set(record, Optional.of(row.get().overlaid(known)));
        }
        outgoing.widen(record, known);
        state.keepUnknown(record, parked);
        return true;
    }
}
