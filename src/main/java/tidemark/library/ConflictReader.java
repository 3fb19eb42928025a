package tidemark.library;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConflictRow;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.Conflict.All;
import tidemark.library.Conflict.State;
import tidemark.library.Conflict.Subject;
import tidemark.library.Conflict.Version;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A reader of conflicts together with the records that they are about.
final class ConflictReader {
    private static final int DIGITS = 4;

    /// The conflicts that meet a condition.
    ///
    /// @param condition the SQL after WHERE, including ORDER BY
    List<Conflict> where(Sql sql, Rows rows, String condition, Object... arguments) throws SQLException {
        var conflicts = new ArrayList<Conflict>();
        for (var id : sql.list("SELECT id FROM conflict WHERE " + condition, row -> row.getString(1), arguments)) {
            conflicts.add(conflict(rows, ConflictRow.find(rows, id).orElseThrow()));
        }
        return conflicts;
    }

    private static Conflict conflict(Rows rows, ConflictRow row) throws SQLException {
        var record = row.record();
        var current =
                LibrarySchema.CURRENT.find(record.table()).isPresent() ? rows.find(record) : Optional.<Row>empty();
        var versions = versions(row);
        return new Conflict(
                row.id().id(),
                new Subject(
                        record, row.field(), current.map(ConflictReader::title).orElse(""), row.rule()),
                row.base(),
                side(versions, row, row.mine(), "mine"),
                side(versions, row, row.theirs(), "theirs"),
                new All(versions, row.unreadableVersions(), row.isReadable()),
                current.map(whole -> part(row, whole)),
                state(row));
    }

    /// Mine, theirs, and the others by the time of their edit.
    private static List<Version> versions(ConflictRow row) {
        var all = row.versions();
        var versions =
                new ArrayList<>(all.stream().map(side -> version(side, all)).toList());
        var first = List.of(row.mine(), row.theirs());
        versions.sort(Comparator.comparingInt(
                version -> first.contains(version.value()) ? first.indexOf(version.value()) : first.size()));
        return List.copyOf(versions);
    }

    private static Version version(Side side, List<Side> all) {
        return new Version(
                side.value(),
                side.author().id(),
                name(side.author(), all),
                at(side.author().at()));
    }

    /// The device's name, with the first digits of its id where an older program let another device have it, too.
    private static String name(Author author, List<Side> all) {
        var isShared = all.stream()
                .map(Side::author)
                .anyMatch(other -> other.name().equals(author.name())
                        && !other.id().isEmpty()
                        && !author.id().isEmpty()
                        && !other.id().equals(author.id()));
        var digits = author.id().substring(0, Math.min(DIGITS, author.id().length()));
        return isShared ? author.name() + " \u00b7 " + digits : author.name();
    }

    /// One of the two, with all that is known of it.
    private static Version side(List<Version> versions, ConflictRow row, Row value, String side) {
        return versions.stream()
                .filter(version -> version.value().equals(value))
                .findFirst()
                .orElseGet(() -> new Version(
                        value, "", row.row().text(side + "_device").orElse(""), at(time(row, side + "_at"))));
    }

    private static Optional<Instant> at(long at) {
        return at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static State state(ConflictRow row) {
        return row.choice()
                .<State>map(choice -> new State.Resolved(
                        choice,
                        row.chosen(),
                        row.row().text("resolved_device", ""),
                        Instant.ofEpochMilli(time(row, "resolved_at"))))
                .orElseGet(State.Open::new);
    }

    private static Row part(ConflictRow row, Row whole) {
        return row.rule() == Rule.PURGE_EDIT
                ? whole
                : LibrarySchema.CURRENT.table(row.record().table()).fields().stream()
                        .filter(field -> field.name().equals(row.field()))
                        .findFirst()
                        .map(field -> whole.only(field.columnNames()))
                        .orElse(Row.EMPTY);
    }

    private static String title(Row row) {
        return row.text("title").or(() -> row.text("name")).orElse("");
    }

    private static long time(ConflictRow row, String column) {
        return row.row().get(column).orElse(Value.of(0)) instanceof Value.Whole(var at) ? at : 0;
    }
}
