package tidemark.conflict;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConcurrentEdits.Subject;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// The rule that the first resolution wins: a local resolution is undone when another device's was committed first.
///
/// A resolution and its edit are one unit: the edit is reverted before theirs is applied, so that no conflict arises
/// from a conflict.
public final class FirstResolutionWins {
    private final Rows rows;
    private final Schema schema;
    private final ConflictResolver resolver;

    /// The rule on the conflict rows seen through this transaction.
    public FirstResolutionWins(Sql sql, Rows rows, Schema schema, String device) {
        this.rows = rows;
        this.schema = schema;
        this.resolver = new ConflictResolver(sql, rows, schema, device);
    }

    /// The three versions of a conflict row that both sides have resolved, reopened or added versions to since it was
    /// in sync.
    public record ConflictVersions(ConflictRow base, ConflictRow mine, ConflictRow theirs) {
        /// The versions of the conflict row of this id.
        public static ConflictVersions of(RecordId id, Row base, Row mine, Row theirs) {
            return new ConflictVersions(
                    new ConflictRow(id, base), new ConflictRow(id, mine), new ConflictRow(id, theirs));
        }

        /// Whether both sides have changed the resolution, and not in the same way.
        public boolean bothResolved() {
            return !chosen(mine).equals(chosen(base))
                    && !chosen(theirs).equals(chosen(base))
                    && !chosen(mine).equals(chosen(theirs));
        }

        /// Whether theirs is resolved without a version that I have added.
        public boolean lacksMyVersion() {
            return theirs.isResolved() && !base.row().equals(Row.EMPTY) && addsTo(theirs, mine);
        }

        /// Whether mine is resolved without a version that they have added.
        public boolean lacksTheirVersion() {
            return mine.isResolved() && !theirs.isResolved() && !base.row().equals(Row.EMPTY) && addsTo(mine, theirs);
        }

        private boolean addsTo(ConflictRow resolved, ConflictRow other) {
            var known = resolved.versionSet();
            known.addAll(base.versionSet());
            return other.versionSet()
                    .find(version -> !known.has(version.value()))
                    .isPresent();
        }

        private static Row chosen(ConflictRow row) {
            return row.part(ConflictRow.RESOLUTION);
        }
    }

    /// Undoes my resolution, and its edit of the record while that is unsent; a second record that it made stays.
    /// Returns the versions for the merge history if the other device chose another value.
    ///
    /// @param isUnsent whether the record has changes of this device that were not sent
    public Optional<ConcurrentEdits> undoMine(ConflictVersions conflict, boolean isUnsent) throws SQLException {
        var mine = conflict.mine();
        if (isUnsent) {
            resolver.revert(mine.record(), mine.resolution());
            resolver.restoreRemoved(removedOnlyByMe(conflict));
            resolver.reapply(mine.record(), conflict.base().resolution());
        }
        rows.update(mine.id(), ConflictRow.RESOLUTION, conflict.base().row());
        return mine.chosen().equals(conflict.theirs().chosen()) ? Optional.empty() : overruled(conflict);
    }

    /// The rows that only my resolution removed. A row that both removed is not inserted again: theirs would only
    /// remove it once more.
    private static Map<RecordId, Row> removedOnlyByMe(ConflictVersions conflict) {
        var removed = new TreeMap<>(conflict.mine().resolution().removed());
        removed.keySet().removeAll(conflict.theirs().resolution().removed().keySet());
        return removed;
    }

    private Optional<ConcurrentEdits> overruled(ConflictVersions conflict) {
        var mine = conflict.mine();
        return field(mine)
                .map(field -> new ConcurrentEdits(
                        new Subject(mine.record(), field),
                        mine.base(),
                        side(mine, mine.chosen()),
                        side(conflict.theirs(), conflict.theirs().chosen()),
                        Rule.FIRST));
    }

    private Optional<Field> field(ConflictRow row) {
        return schema.find(row.record().table()).stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.name().equals(row.field()))
                .findFirst();
    }

    private static Side side(ConflictRow row, Row value) {
        return new Side(value, new Author("", row.text("resolved_device"), row.number("resolved_at")));
    }

    /// Moves the versions that I added to a conflict, which was resolved elsewhere without them, into a conflict of
    /// their own, and returns its id.
    public RecordId splitOff(ConflictVersions conflict, long version) throws SQLException {
        var id = openAgain(conflict.mine(), version);
        rows.update(conflict.mine().id(), ConflictRow.VERSIONS, conflict.base().row());
        return id;
    }

    /// Opens a conflict of their own for the versions that they added to one which I resolved without them, and returns
    /// its id.
    public RecordId openTheirs(ConflictVersions conflict, long version) throws SQLException {
        return openAgain(conflict.theirs(), version);
    }

    private RecordId openAgain(ConflictRow conflict, long version) throws SQLException {
        var open = conflict.row().without(ConflictRow.RESOLUTION);
        var id = ConflictRows.id(version, open);
        if (rows.find(id).isEmpty()) {
            rows.insert(id, open);
        }
        return id;
    }
}
