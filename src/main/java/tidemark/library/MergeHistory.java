package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.FieldRevert;
import tidemark.conflict.ReferenceCheck;
import tidemark.db.Database;
import tidemark.db.Json;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.library.records.LibraryId;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The history of merges on this device: each is shown beside its record for seven days, and listed for longer.
public final class MergeHistory {
    /// The time for which a record is marked as merged.
    public static final Duration SHOWN = Duration.ofDays(7);

    /// The most merges that are kept; their bytes are limited, too, whichever limit is reached first.
    static final int MOST = 10_000;

    static final long MOST_BYTES = 64L << 20;

    private static final String COLUMNS = "n, tbl, id, field, rule, device_name, at, base, mine, theirs, result";

    private static final String OF_RECORD = """
            SELECT %s FROM merged WHERE at >= ? AND (tbl = ? AND id = ?
              OR tbl = 'note' AND id IN (SELECT note.id FROM note WHERE project = ?)
              OR tbl = 'file' AND id IN (SELECT file.id FROM file WHERE project = ?))
            """.formatted(COLUMNS);

    /// Merges after which nobody was asked. Where a conflict is open it tells of them itself, and after its
    /// resolution a
    /// person has seen all versions.
    private static final String NOT_ASKED_ABOUT = """
            AND NOT EXISTS (
              SELECT 1 FROM conflict WHERE conflict.tbl = merged.tbl AND record = merged.id
                AND conflict.field = merged.field AND (resolution IS NULL OR edited >= merged.at))""";

    private static final String OLD = """
            FROM merged WHERE n <= (
              SELECT n FROM (
                SELECT n, row_number() OVER newest AS place, sum(size) OVER newest AS bytes FROM (
                  SELECT n, ifnull(octet_length(base), 0) + ifnull(octet_length(mine), 0)
                    + ifnull(octet_length(theirs), 0) + ifnull(octet_length(result), 0) AS size FROM merged)
                WINDOW newest AS (ORDER BY n DESC))
              WHERE place > ? OR bytes > ? ORDER BY n DESC LIMIT 1)""";

    private final Database database;
    private final MergingSave mergingSave;
    private final InstantSource clock;

    MergeHistory(Database database, MergingSave mergingSave, InstantSource clock) {
        this.database = database;
        this.mergingSave = mergingSave;
        this.clock = clock;
    }

    /// The merges since a time of a record, and of the notes and files in a project; the latest first.
    public List<Merge> of(LibraryId thing, Instant since) {
        return database.read(sql -> of(sql, thing, since, ""));
    }

    private static List<Merge> of(Sql sql, LibraryId thing, Instant since, String further) throws SQLException {
        return sql.list(
                OF_RECORD + further + " ORDER BY n DESC",
                MergeHistory::merge,
                since.toEpochMilli(),
                thing.record().table(),
                thing.text(),
                thing.text(),
                thing.text());
    }

    /// The merges for which a record is marked as merged: those of the last days about which no person was asked, as
    /// long as there is something to revert.
    public List<Merge> recent(LibraryId thing) {
        return database.read(sql -> {
            var recent = new ArrayList<Merge>();
            for (var merge : of(sql, thing, clock.instant().minus(SHOWN), NOT_ASKED_ABOUT)) {
                if (reverted(sql, merge).isPresent()) {
                    recent.add(merge);
                }
            }
            return recent;
        });
    }

    /// The merge of this number.
    public Optional<Merge> find(long number) {
        return database.read(
                sql -> sql.first("SELECT %s FROM merged WHERE n = ?".formatted(COLUMNS), MergeHistory::merge, number));
    }

    /// The choices of the last seven days that were undone for ones that other devices had committed first.
    public List<Merge> overruled() {
        return database.read(sql -> sql.list(
                "SELECT %s FROM merged WHERE rule = ? AND at >= ? ORDER BY n DESC".formatted(COLUMNS),
                MergeHistory::merge,
                Rule.FIRST.code(),
                clock.instant().minus(SHOWN).toEpochMilli()));
    }

    /// Removes the oldest merges beyond the limits, and returns their number. It does not depend on any clock.
    public int prune() {
        return prune(MOST, MOST_BYTES);
    }

    int prune(int most, long bytes) {
        var isAny = database.read(sql -> sql.exists("SELECT 1 " + OLD, most, bytes));
        return isAny
                ? database.writeUnlessBusy(Origin.UPKEEP, sql -> sql.update("DELETE " + OLD, most, bytes))
                        .orElse(0)
                : 0;
    }

    /// Reverts a merge to mine; edits since the merge stay. It is an ordinary edit, made from the merge's result.
    /// Returns whether something changed.
    public boolean revert(Merge merge) {
        return database.write(sql -> {
            var now = reverted(sql, merge);
            if (now.isPresent()) {
                mergingSave
                        .rows(sql)
                        .update(merge.record(), field(merge).orElseThrow().columnNames(), now.get());
            }
            return now.isPresent();
        });
    }

    /// The field after a revert of the merge; empty where that would change nothing, or cannot be.
    private Optional<Row> reverted(Sql sql, Merge merge) throws SQLException {
        var rows = mergingSave.rows(sql);
        var field = field(merge);
        var whole = field.isPresent() ? rows.find(merge.record()) : Optional.<Row>empty();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        var current = whole.get().only(field.get().columnNames());
        var versions = merge.versions();
        var now = FieldRevert.of(field.get(), versions.result(), current, versions.mine());
        return now.equals(current)
                        || new ReferenceCheck(rows)
                                .problem(merge.record(), field.get(), now)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(now);
    }

    private static Optional<Field> field(Merge merge) {
        return LibrarySchema.CURRENT.find(merge.record().table()).stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.name().equals(merge.field()))
                .findFirst();
    }

    private static Merge merge(ResultSet row) throws SQLException {
        return new Merge(
                row.getLong(1),
                new RecordId(row.getString(2), row.getString(3)),
                row.getString(4),
                Rule.of(row.getString(5)).orElse(Rule.VALUE),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                new Merge.Versions(json(row, 8), json(row, 9), json(row, 10), json(row, 11)));
    }

    private static Row json(ResultSet row, int column) throws SQLException {
        return Json.find(Optional.ofNullable(row.getString(column)).orElse("{}"))
                .orElse(Row.EMPTY);
    }
}
