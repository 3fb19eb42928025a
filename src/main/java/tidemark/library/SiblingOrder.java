package tidemark.library;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.library.records.CollectionId;
import tidemark.library.records.InsertAt;
import tidemark.library.records.ProjectId;

/// The rows of one table under one parent, in the order of (position, id).
///
/// @param column the column that names the parent; `NULL` for all rows of the table as if they had none
record SiblingOrder(String table, String column, Optional<String> parent) {
    private record Member(String id, String key) {}

    static SiblingOrder projects(Optional<CollectionId> collection) {
        return new SiblingOrder("project", "collection", collection.map(CollectionId::text));
    }

    /// All projects, whatever collection they are in: each list shows its part of this order.
    static SiblingOrder allProjects() {
        return new SiblingOrder("project", "NULL", Optional.empty());
    }

    static SiblingOrder collections(Optional<CollectionId> parent) {
        return new SiblingOrder("collection", "parent", parent.map(CollectionId::text));
    }

    static SiblingOrder notes(ProjectId project) {
        return new SiblingOrder("note", "project", Optional.of(project.text()));
    }

    static SiblingOrder files(ProjectId project) {
        return new SiblingOrder("file", "project", Optional.of(project.text()));
    }

    /// The key for something new at the end.
    String last(Sql sql) throws SQLException {
        var newest = sql.text("SELECT max(position) FROM \"%s\" WHERE %s IS ?".formatted(table, column), parent);
        return newest.filter(key -> !FractionalIndex.valid(key)).isPresent()
                ? makeRoom(sql, members(sql, List.of()), Integer.MAX_VALUE)
                : FractionalIndex.between(newest, Optional.empty());
    }

    /// The key that puts `id` at that place; others get new keys where there is no room.
    String key(Sql sql, String id, InsertAt<?> insertAt) throws SQLException {
        var members = members(sql, List.of(id));
        return makeRoom(sql, members, index(members, insertAt));
    }

    /// Puts these rows, in this order, at that place.
    void put(Sql sql, List<String> ids, InsertAt<?> insertAt) throws SQLException {
        var others = members(sql, ids);
        var first = makeRoom(sql, others, index(others, insertAt));
        var next = sql.text("""
                SELECT min(position) FROM "%s" WHERE %s IS ? AND position > ?
                  AND id NOT IN (SELECT value FROM json_each(?))""".formatted(table, column), parent, first, Json.array(ids));
        var keys = new ArrayList<>(List.of(first));
        keys.addAll(spread(first, next, ids.size() - 1));
        for (int i = 0; i < ids.size(); i++) {
            set(sql, ids.get(i), keys.get(i));
        }
    }

    /// So many keys between two. Halving keeps them short: each after the one before would add a digit every
    /// few keys.
    private static List<String> spread(String before, Optional<String> after, int count) {
        var keys = new ArrayList<String>();
        if (after.isEmpty()) {
            for (int i = 0; i < count; i++) {
                keys.add(FractionalIndex.between(Optional.of(keys.isEmpty() ? before : keys.getLast()), after));
            }
        } else if (count > 0) {
            var middle = FractionalIndex.between(Optional.of(before), after);
            keys.addAll(spread(before, Optional.of(middle), (count - 1) / 2));
            keys.add(middle);
            keys.addAll(spread(middle, after, count / 2));
        }
        return keys;
    }

    private static int index(List<Member> members, InsertAt<?> insertAt) {
        return switch (insertAt) {
            case InsertAt.First<?> _ -> 0;
            case InsertAt.Last<?> _ -> members.size();
            case InsertAt.Before<?>(var other) -> index(members, other.text());
            case InsertAt.After<?>(var other) -> index(members, other.text()) + 1;
        };
    }

    /// The index of this row; behind all others where it is not among them.
    private static int index(List<Member> members, String id) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).id().equals(id)) {
                return i;
            }
        }
        return members.size();
    }

    private List<Member> members(Sql sql, List<String> except) throws SQLException {
        var members = """
                SELECT id, ifnull(position, '') FROM "%s"
                WHERE %s IS ? AND id NOT IN (SELECT value FROM json_each(?))
                ORDER BY ifnull(position, ''), id""".formatted(table, column);
        return sql.list(members, row -> new Member(row.getString(1), row.getString(2)), parent, Json.array(except));
    }

    /// A new key at `index`, after making room for it. Equal keys leave no room, so the later ones get new
    /// keys, up to
    /// the first that is greater; where there are keys of another form, all get new ones.
    private String makeRoom(Sql sql, List<Member> members, int index) throws SQLException {
        var at = Math.min(index, members.size());
        if (members.stream().anyMatch(member -> !member.key().isEmpty() && !FractionalIndex.valid(member.key()))) {
            return renumbered(sql, members, at);
        }
        var before = at == 0 ? Optional.<String>empty() : key(members.get(at - 1));
        var later = at;
        while (later < members.size() && members.get(later).key().compareTo(before.orElse("")) <= 0) {
            later++;
        }
        var after = later < members.size() ? key(members.get(later)) : Optional.<String>empty();
        var mine = FractionalIndex.between(before, after);
        var last = mine;
        for (var member : members.subList(at, later)) {
            last = FractionalIndex.between(Optional.of(last), after);
            set(sql, member.id(), last);
        }
        return mine;
    }

    private String renumbered(Sql sql, List<Member> members, int index) throws SQLException {
        var keys = new ArrayList<String>();
        for (int i = 0; i <= members.size(); i++) {
            keys.add(
                    FractionalIndex.between(i == 0 ? Optional.empty() : Optional.of(keys.getLast()), Optional.empty()));
        }
        var mine = keys.remove(index);
        for (int i = 0; i < members.size(); i++) {
            set(sql, members.get(i).id(), keys.get(i));
        }
        return mine;
    }

    private void set(Sql sql, String id, String key) throws SQLException {
        sql.update("UPDATE \"%s\" SET position = ? WHERE id = ?".formatted(table), key, id);
    }

    private static Optional<String> key(Member member) {
        return Optional.of(member.key()).filter(key -> !key.isEmpty());
    }
}
