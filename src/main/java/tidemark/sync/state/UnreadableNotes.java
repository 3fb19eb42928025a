package tidemark.sync.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.schema.RecordId;

/// The notes of the sync in the library's file that cannot be read any more, because another tool wrote there: the base
/// of a pending row, or the unknown fields of any record.
///
/// The synced state of such a record is unknown here, so nothing of it is sent and no copy of the whole synced state is
/// made, until the note is taken anew from a replay of the remote.
public final class UnreadableNotes {
    static final String BASE = "what it was when last in sync cannot be read";
    private static final String KEPT = "what is kept of it for newer programs cannot be read";

    private static final String BASES = "SELECT tbl, id, base FROM pending WHERE base IS NOT NULL ORDER BY tx, tbl, id";
    private static final String FIELDS = "SELECT tbl, id, fields FROM parked";
    private static final String FIELDS_OF_PENDING =
            "SELECT tbl, id, parked.fields FROM pending JOIN parked USING (tbl, id)";

    private UnreadableNotes() {}

    /// The pending rows that are not sent because of it, each once.
    static List<Unsendable> ofPending(Sql sql) throws SQLException {
        var rows = new ArrayList<Unsendable>();
        var bases = unreadable(sql, BASES);
        bases.forEach(record -> rows.add(new Unsendable(record, BASE)));
        for (var record : unreadable(sql, FIELDS_OF_PENDING)) {
            if (!bases.contains(record)) {
                rows.add(new Unsendable(record, KEPT));
            }
        }
        return rows;
    }

    /// The records whose synced state is unknown because of it.
    public static Set<RecordId> all(Sql sql) throws SQLException {
        var all = unreadable(sql, BASES);
        all.addAll(unreadable(sql, FIELDS));
        return all;
    }

    private static Set<RecordId> unreadable(Sql sql, String notes) throws SQLException {
        var found = new LinkedHashSet<RecordId>();
        sql.each(notes, row -> {
            if (Json.find(row.getString(3)).isEmpty()) {
                found.add(new RecordId(row.getString(1), row.getString(2)));
            }
        });
        return found;
    }

    /// Refuses to go on where there are any.
    ///
    /// @throws Denied when there are: a copy of the synced state would not be whole
    public static void requireNone(Sql sql) throws SQLException {
        var first = all(sql).stream().findFirst();
        if (first.isPresent()) {
            throw new Denied(problem(first.get()));
        }
    }

    private static Problem problem(RecordId record) {
        return new Problem(
                "What " + record + " was when last in sync cannot be read: another program wrote there.",
                "No copy of this library's state was made for other devices.",
                "Sync first: what is not known here any more is then taken from the remote.");
    }
}
