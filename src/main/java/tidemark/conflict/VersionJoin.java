package tidemark.conflict;

import java.util.Optional;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.merge.Rule;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The addition of two versions to a conflict.
///
/// A version goes only when its own device has written on: what others wrote at the same time is no reason, whatever
/// they put in its place.
final class VersionJoin {
    /// The most characters of a row: a batch holds the row before its change and after it.
    private static final long LONGEST_ROW = 3_900_000;

    private final ConcurrentEdits edits;
    private final String base;
    private final String result;
    private final Row mine;
    private final Row theirs;

    /// @param result the record after the merge
    VersionJoin(ConcurrentEdits edits, Row result) {
        this.edits = edits;
        this.base = KeptVersion.hash(part(edits.base()));
        this.result = KeptVersion.hash(part(result));
        this.mine = part(edits.mine().value());
        this.theirs = part(edits.theirs().value());
    }

    private Row part(Row row) {
        return row.only(edits.subject().field().columnNames());
    }

    private Side mineSide() {
        return new Side(mine, edits.mine().author());
    }

    private Side theirsSide() {
        return new Side(theirs, edits.theirs().author());
    }

    /// A conflict row of these two alone.
    Row fresh() {
        var row = row(mineSide(), theirsSide());
        var set = VersionSet.empty(part(edits.base()));
        set.add(new KeptVersion(mineSide(), result));
        set.add(KeptVersion.standing(theirsSide()));
        var whole = row.with(VersionSet.COLUMN, set.column());
        return fits(whole) ? whole : row;
    }

    /// The conflict's row with these two in it; empty where the row cannot be read or no batch could hold the result.
    ///
    /// The record's own version is mine. What stands in a record may hold lines of others by now, which were merged
    /// into the version that its device wrote: then it is that version, and no further one.
    ///
    /// @param unsent the versions in it that are not sent yet
    Optional<Row> to(ConflictRow open, VersionSet unsent) {
        if (!open.isReadable()) {
            return Optional.empty();
        }
        var set = open.versionSet();
        var here = written(set, mineSide());
        var there = written(set, theirsSide());
        var superseded = set.all(version -> isSuperseded(version, open, unsent));
        set.removeIf(version ->
                superseded.stream().anyMatch(version::isSame) || version.side().equals(here));
        set.add(new KeptVersion(here, result));
        set.add(new KeptVersion(there, KeptVersion.hash(theirs)));
        var joined = row(here, there).with("base", open.row().get("base")).with(VersionSet.COLUMN, set.column());
        return fits(joined) ? Optional.of(joined) : Optional.empty();
    }

    private static Side written(VersionSet set, Side standing) {
        var hash = KeptVersion.hash(standing.value());
        return set.find(version -> version.isBaseOf(hash, standing.author()))
                .map(KeptVersion::side)
                .orElse(standing);
    }

    private boolean isSuperseded(KeptVersion version, ConflictRow open, VersionSet unsent) {
        return version.isBaseOf(base, edits.theirs().author())
                || version.isBaseOf(base, edits.mine().author())
                || isEarlierMine(version, open, unsent);
    }

    /// Whether this is the version of this device that its record has had since, whatever was merged into it. Once it
    /// is sent, others may have replaced it; and of two copies of one device's library only one has it.
    private boolean isEarlierMine(KeptVersion version, ConflictRow open, VersionSet unsent) {
        return switch (edits.rule()) {
            case TRASH_EDIT, PURGE_EDIT, CYCLE -> false;
            case VALUE, TEXT, POSITION, PARENT, FIRST ->
                version.author().isSameDevice(edits.mine().author())
                        && open.rule() != Rule.CYCLE
                        && version.value().equals(open.mine())
                        && unsent.all(version::equals).size() == 1;
        };
    }

    /// Whether a batch can hold the row before and after a change.
    static boolean fits(Row row) {
        return row.values().values().stream()
                        .mapToLong(value -> value instanceof Value.Text(var text) ? text.length() : 0)
                        .sum()
                <= LONGEST_ROW;
    }

    private Row row(Side here, Side there) {
        return Row.EMPTY
                .with("tbl", text(edits.subject().record().table()))
                .with("record", text(edits.subject().record().id()))
                .with("field", text(edits.subject().field().name()))
                .with("base", text(edits.json(edits.base())))
                .with("mine", text(edits.json(here.value())))
                .with("mine_device", text(here.author().name()))
                .with("mine_at", Optional.of(Value.of(here.author().at())))
                .with("theirs", text(edits.json(there.value())))
                .with("theirs_device", text(there.author().name()))
                .with("theirs_at", Optional.of(Value.of(there.author().at())))
                .with("rule", text(edits.rule().code()));
    }

    private static Optional<Value> text(String text) {
        return Optional.of(Value.of(text));
    }
}
