package tidemark.fleet;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.db.Sql;
import tidemark.db.Task;
import tidemark.schema.RecordId;

/// Another program that writes the library's file in every form of SQL that SQLite has, on rows that all devices make
/// under the same ids.
final class ForeignSqlWorkload {
    private static final List<String> REFERRING = List.of("note", "file", "project_label");

    private static final String UPSERT_COLLECTION = """
            INSERT INTO collection (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name""";

    private static final String NEST_COLLECTION = """
            UPDATE collection SET parent = ?, position = ?
            WHERE id = ? AND EXISTS (SELECT 1 FROM collection WHERE id = ?)""";

    /// Whether a collection is the second one or lies in it.
    private static final String IS_ABOVE = """
            WITH RECURSIVE up (id) AS (
              VALUES (?) UNION SELECT parent FROM collection JOIN up USING (id) WHERE parent IS NOT NULL)
            SELECT 1 FROM up WHERE id = ?""";

    /// The conflicts about removed records.
    private static final String ABOUT_WHAT_IS_GONE = """
            SELECT id FROM conflict
            WHERE (tbl = 'project' AND record NOT IN (SELECT id FROM project))
               OR (tbl = 'note' AND record NOT IN (SELECT id FROM note))
               OR (tbl = 'file' AND record NOT IN (SELECT id FROM file))""";

    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    ForeignSqlWorkload(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(member.program() == Program.OLD ? 11 : 16)) {
            case 0, 1 -> put("INSERT OR REPLACE INTO");
            case 2 -> put("REPLACE INTO");
            case 3, 4 -> update("UPDATE OR REPLACE");
            case 5 -> update("UPDATE OR IGNORE");
            case 6 -> upsert();
            case 7 -> replaceByRowNumber();
            case 8 -> nest();
            case 9 -> purge();
            case 10 -> several();
            default -> newer();
        }
    }

    private String id(String prefix) {
        return prefix + random.nextInt(3);
    }

    /// Replaces a whole project, most often one that has notes.
    private void put(String verb) {
        var id = random.nextInt(3) == 0 ? id("p") : full().orElse(id("p"));
        var word = words.word();
        change(sql -> sql.update(verb + " project (id, title) VALUES (?, ?)", id, word));
        member.liveWrites().forget("project", id);
        member.liveWrites().wrote("project", id, "title", word);
    }

    private Optional<String> full() {
        return member.database().read(sql -> sql.text("""
                SELECT id FROM project WHERE id NOT IN ('twin1', 'twin2') AND id IN (SELECT project FROM note)
                ORDER BY id LIMIT 1"""));
    }

    private void update(String verb) {
        any("note").ifPresent(id -> {
            var word = words.word();
            change(sql -> sql.update(verb + " note SET title = ? WHERE id = ?", word, id));
            member.liveWrites().wrote("note", id, "title", word);
        });
    }

    private void upsert() {
        var id = id("p");
        var word = words.word();
        change(sql -> sql.update(
                "INSERT INTO project (id, title) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title",
                id,
                word));
        member.liveWrites().wrote("project", id, "title", word);
    }

    /// Replaces a row that refers to nothing and that nothing refers to by another, under the same row number.
    private void replaceByRowNumber() {
        any("file").ifPresent(old -> {
            var id = "f" + words.word();
            var word = words.word();
            change(sql -> sql.update(
                    "REPLACE INTO file (n, id, project, name) SELECT n, ?, project, ? FROM file WHERE id = ?",
                    id,
                    word,
                    old));
            member.liveWrites().wrote("file", id, "name", word);
            forgetRemoved();
        });
    }

    /// Nests collections that have the same ids on all devices, so that moves form cycles.
    private void nest() {
        var id = id("c");
        var inside = id("c");
        var word = words.word();
        change(sql -> {
            sql.update(UPSERT_COLLECTION, id, word);
            if (!isInside(sql, inside, id)) {
                sql.update(NEST_COLLECTION, inside, "m" + random.nextInt(3), id, inside);
            }
        });
        member.liveWrites().wrote("collection", id, "name", word);
    }

    private static boolean isInside(Sql sql, String inner, String outer) throws SQLException {
        return sql.exists(IS_ABOVE, inner, outer);
    }

    /// Removes a project with everything in it.
    private void purge() {
        var ids = member.database()
                .read(sql -> sql.list(
                        "SELECT id FROM project WHERE id NOT IN ('twin1', 'twin2') ORDER BY id",
                        row -> row.getString(1)));
        if (!ids.isEmpty()) {
            var id = ids.get(random.nextInt(ids.size()));
            change(sql -> {
                for (var table : REFERRING) {
                    sql.update("DELETE FROM \"%s\" WHERE project = ?".formatted(table), id);
                }
                sql.update("DELETE FROM project WHERE id = ?", id);
            });
            forgetRemoved();
        }
    }

    /// Changes many rows in one transaction.
    private void several() {
        var word = words.word();
        change(sql -> sql.update("UPDATE note SET position = ? WHERE trashed_at IS NULL", "s" + random.nextInt(9)));
        any("project").ifPresent(id -> {
            change(sql -> sql.update("UPDATE project SET title = ?, position = 'k' WHERE id = ?", word, id));
            member.liveWrites().wrote("project", id, "title", word);
        });
    }

    /// Writes what only a newer program knows: the same few records again and again, while older ones keep them for it.
    private void newer() {
        var id = "t" + random.nextInt(2);
        var word = words.word();
        change(sql -> {
            sql.update("UPDATE project SET priority = ? WHERE id LIKE 'p%'", random.nextInt(5));
            sql.update(
                    "INSERT INTO task (id, title) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title",
                    id,
                    word);
        });
        member.liveWrites().wrote("task", id, "title", word);
    }

    /// Changes rows like other programs, whose connections do not fire the triggers of rows that REPLACE removes.
    private void change(Task task) {
        member.pragma("recursive_triggers = OFF");
        try {
            member.database().change(task);
        } finally {
            member.pragma("recursive_triggers = ON");
        }
    }

    private Optional<String> any(String table) {
        var ids = member.database()
                .read(sql -> sql.list("SELECT id FROM \"%s\" ORDER BY id".formatted(table), row -> row.getString(1)));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    /// Removes the demand for words in removed records. Conflicts about those go with the next round, and so do the
    /// words in them.
    private void forgetRemoved() {
        var conflicts = new HashSet<>(member.database()
                .read(sql -> sql.list(ABOUT_WHAT_IS_GONE, row -> new RecordId("conflict", row.getString(1)))));
        var gone = new HashSet<String>();
        var left = new HashSet<String>();
        member.rows().forEach((record, row) -> Words.addFrom(row, conflicts.contains(record) ? gone : left));
        gone.removeAll(left);
        var there = member.words();
        there.removeAll(gone);
        member.liveWrites().retain(there::contains);
    }
}
