package tidemark.fleet;

import java.util.random.RandomGenerator;

/// Another program that writes what Tidemark itself never would, and what SQLite keeps all the same.
final class OddRowsWorkload {
    private static final String LONG = "o".repeat(201);

    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    OddRowsWorkload(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(8)) {
            case 0 -> insert("");
            case 1 -> insert(LONG + random.nextInt(2));
            case 2 -> insert(LONG.substring(1));
            case 3 -> removeOdd();
            case 4 -> update("UPDATE project SET status = 'no such', position = '', starred = -7 WHERE id LIKE 'p%'");
            case 5 -> update("UPDATE project SET title = NULL, summary = NULL WHERE id = ?");
            case 6 -> update("UPDATE project SET due = 'no day', trashed_at = -1 WHERE id = ?");
            default -> update("UPDATE project SET summary = CAST(x'61ff62e282' AS TEXT) WHERE id = ?");
        }
    }

    private void change(String statement, Object... values) {
        member.database().change(sql -> sql.update(statement, values));
    }

    private void insert(String id) {
        change("INSERT OR REPLACE INTO project (id, title) VALUES (?, ?)", id, words.word());
        member.liveWrites().forget("project", id);
    }

    private void removeOdd() {
        var odd = "length(id) NOT BETWEEN 1 AND 200";
        var ids =
                member.database().read(sql -> sql.list("SELECT id FROM project WHERE " + odd, row -> row.getString(1)));
        change("DELETE FROM project WHERE " + odd);
        ids.forEach(id -> member.liveWrites().forget("project", id));
    }

    private void update(String statement) {
        var ids = member.ids("project");
        ids.removeAll(AtomicityOracle.IDS);
        if (ids.isEmpty()) {
            return;
        }
        var id = ids.get(random.nextInt(ids.size()));
        change(statement, statement.contains("?") ? new Object[] {id} : new Object[0]);
        member.liveWrites().forget("project", id);
    }
}
