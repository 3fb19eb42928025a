package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.merge.RowMerge;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Change;
import tidemark.sync.format.StateHash;
import tidemark.sync.state.Here;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.State;

/// Lays changes from elsewhere over the rows here, inside one transaction (rule 6).
///
/// With S the synced state before, T after, and the rows as they stand: rows := merge(S, rows, T), and what then
/// differs from T is pending against it. Base, mine and theirs of a record meet in [#meet] and nowhere else.
public final class Applier {
    private final Sql sql;
    private final State state;
    private final Incoming incoming;
    private final Encounters encounters;
    private final Rivals rivals;
    private final Restoration restoration;
    private final Map<RecordId, Row> purged = new LinkedHashMap<>();
    private final List<Trashed.Reached> reached = new ArrayList<>();
    private StateHash hash;

    public Applier(Sql sql, State state, Incoming incoming, Here here) throws SQLException {
        this.sql = sql;
        this.state = state;
        this.incoming = incoming;
        this.encounters = new Encounters(state, incoming, here);
        this.rivals = new Rivals(sql, state, incoming, encounters, here.device());
        this.restoration = new Restoration(sql, state);
        this.hash = new Replica(sql).position().state();
    }

    /// Applies all of it and returns the state hash after.
    public StateHash apply() throws SQLException, Change.Mismatch {
        sql.update("INSERT INTO applying (flag) VALUES (1)");
        rivals.giveWay();
        incoming.source().each(this::receive);
        new Purges(sql, state, encounters).carryOut(purged);
        new Trashed(sql, state, encounters).settle(reached);
        new Placement(sql, state)
                .settle(reached.stream().map(Trashed.Reached::record).toList(), encounters);
        sql.update("DELETE FROM applying");
        encounters.record(sql);
        return hash;
    }

    private void receive(Change change) throws SQLException, Change.Mismatch {
        var record = change.record();
        var was = state.synced(record);
        var now = change.applyTo(was);
        hash = hash.changed(record, was, now);
        if (!state.knows(record)) {
            state.park(record, now);
        } else if (now.isEmpty()) {
            purged.put(record, was.orElse(Row.EMPTY));
        } else {
            meet(record, now.get());
            if (record.table().equals(LibrarySchema.CONFLICT.name())) {
                encounters.brought(record);
            }
            reached.add(new Trashed.Reached(
                    record, was.map(row -> state.known(record, row)), state.known(record, now.get())));
        }
    }

    /// Base, mine and theirs of one record.
    private void meet(RecordId record, Row theirs) throws SQLException {
        var known = state.known(record, theirs);
        var entry = state.pending().find(record);
        if (entry.isEmpty()) {
            state.stand(record, Optional.of(known));
        } else {
            merge(entry.get(), known);
        }
        state.park(record, Optional.of(theirs));
        if (state.rows().find(record).equals(Optional.of(known))) {
            state.pending().remove(record);
        } else {
            state.pending().put(record, Optional.of(known));
        }
        state.rows().edited(record, incoming.time().toEpochMilli());
    }

    private void merge(Pending.Entry entry, Row theirs) throws SQLException {
        var record = entry.record();
        var base = entry.base().orElse(Row.EMPTY);
        var mine = state.rows().find(record);
        if (mine.isEmpty()) {
            encounters.cameBack(record, base, Row.EMPTY, theirs, theirs);
            state.stand(record, Optional.of(theirs));
            restoration.below(record);
            restoration.subject(record, base, theirs);
            return;
        }
        var merged = RowMerge.merge(state.schema().table(record.table()), base, mine.get(), theirs);
        for (var outcome : merged.outcomes()) {
            encounters.met(record, base, mine.get(), theirs, outcome, merged.row());
        }
        state.stand(record, Optional.of(merged.row()));
    }
}
