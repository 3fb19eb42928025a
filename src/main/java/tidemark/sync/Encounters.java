package tidemark.sync;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.conflict.ConflictRows;
import tidemark.conflict.ConflictRows.Dispute;
import tidemark.conflict.ConflictRows.Side;
import tidemark.conflict.ConflictRows.Subject;
import tidemark.conflict.MergeNotes;
import tidemark.db.Sql;
import tidemark.merge.FieldOutcome;
import tidemark.merge.Rule;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The edits made here that met edits from elsewhere in one pull, gathered and then written down: a conflict row for
/// what a person must decide, a note for every merge that was more than taking one side.
final class Encounters {
    private static final Logger LOG = LoggerFactory.getLogger(Encounters.class);

    /// A meeting of two versions of a field, and what came of it.
    private record Meeting(Dispute dispute, Row result, boolean isConflict) {}

    private final State state;
    private final Incoming incoming;
    private final Device here;
    private final List<Meeting> meetings = new ArrayList<>();

    Encounters(State state, Incoming incoming, Device here) {
        this.state = state;
        this.incoming = incoming;
        this.here = here;
    }

    /// A field was changed on both sides.
    void met(RecordId record, Row base, Row mine, Row theirs, FieldOutcome outcome, Row result) throws SQLException {
        var isConflict = outcome.isConflict() && !record.table().equals(LibrarySchema.CONFLICT.name());
        var dispute = new Dispute(
                new Subject(record, outcome.field()),
                base,
                new Side(mine, here.name(), state.rows().edited(record)),
                new Side(theirs, incoming.device().name(), incoming.time().toEpochMilli()),
                outcome.rule());
        meetings.add(new Meeting(dispute, result, isConflict));
    }

    /// A record that one side removed for good and the other edited; it stands again.
    ///
    /// @param mine empty when it was removed here
    /// @param theirs empty when it was removed there
    void cameBack(RecordId record, Row base, Row mine, Row theirs, Row result) throws SQLException {
        var whole = new Field("record", MergeKind.VALUE, wholeColumns(record));
        met(record, base, mine, theirs, FieldOutcome.conflict(whole, Rule.PURGE_EDIT), result);
    }

    /// Writes everything down; what is written is an edit of this device and captured as such.
    void record(Sql sql) throws SQLException {
        var conflicts = new ConflictRows(sql, state.rows());
        var notes = new MergeNotes(sql);
        var version = incoming.version().number();
        for (var meeting : meetings) {
            notes.add(version, meeting.dispute(), meeting.result());
            if (meeting.isConflict()) {
                conflicts.keep(version, meeting.dispute());
                LOG.warn(
                        "Conflict in {} {}: both versions are kept",
                        meeting.dispute().subject().record(),
                        meeting.dispute().subject().field().name());
            }
        }
    }

    private List<Column> wholeColumns(RecordId record) {
        return state.schema().table(record.table()).columns();
    }
}
