package tidemark.library.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;

/// The writer of the search index. It follows edits in short transactions, so that no edit waits long for it.
public final class Indexer {
    private static final int ROWS_AT_ONCE = 500;

    /// A full-text table and the columns that it indexes.
    private record Index(String table, List<String> names) {
        String columns() {
            return String.join(", ", names);
        }

        void renew(Sql sql, long n) throws SQLException {
            sql.update("DELETE FROM %s_text WHERE rowid = ?".formatted(table), n);
            var texts = sql.first(
                    "SELECT %s FROM \"%s\" WHERE n = ?".formatted(columns(), table), row -> folded(n, row), n);
            if (texts.isPresent()) {
                sql.update(
                        "INSERT INTO %s_text (rowid, %s) VALUES (?%s)"
                                .formatted(table, columns(), ", ?".repeat(names.size())),
                        texts.get());
            }
            sql.update("DELETE FROM to_index WHERE tbl = ? AND n = ?", table, n);
        }

        private Object[] folded(long n, ResultSet row) throws SQLException {
            var values = new ArrayList<Object>(List.of(n));
            for (int column = 1; column <= names.size(); column++) {
                values.add(Optional.ofNullable(row.getString(column))
                        .map(text -> Folding.of(text).tokens()));
            }
            return values.toArray();
        }
    }

    private static final List<Index> INDEXES = List.of(
            new Index("project", List.of("title", "summary")),
            new Index("note", List.of("title", "body")),
            new Index("file", List.of("name")));

    private final Database database;

    /// An indexer of this database.
    public Indexer(Database database) {
        this.database = database;
    }

    /// Whether there are rows that are not indexed yet.
    public boolean isBehind() {
        return database.read(sql -> sql.exists("SELECT 1 FROM to_index"));
    }

    /// Indexes some of the changed rows, in one transaction, and returns whether there are more. Nobody waits for a
    /// process that is writing: the rows are indexed later.
    public boolean step() {
        return isBehind()
                && database.writeUnlessBusy(Origin.UPKEEP, Indexer::step).orElse(false);
    }

    /// Indexes all changed rows, in many transactions.
    public void run() {
        while (step()) {
            // Each step lets waiting edits go first.
        }
    }

    /// Builds the index anew from the rows.
    public void rebuild() {
        database.change(Origin.UPKEEP, sql -> {
            for (var index : INDEXES) {
                sql.update("INSERT INTO %1$s_text (%1$s_text) VALUES ('delete-all')".formatted(index.table()));
                sql.update("DELETE FROM to_index WHERE tbl = ?", index.table());
                sql.update("INSERT INTO to_index SELECT '%1$s', n FROM \"%1$s\"".formatted(index.table()));
            }
        });
        run();
    }

    /// The differences between index and rows, in words; rows that wait to be indexed do not count. Reads every row.
    public List<String> findings() {
        return database.read(sql -> {
            var findings = new ArrayList<String>();
            for (var index : INDEXES) {
                findings.addAll(new IndexCheck(sql, index.table(), index.names()).findings());
            }
            return findings;
        });
    }

    private static boolean step(Sql sql) throws SQLException {
        for (var index : INDEXES) {
            var rows = sql.list(
                    "SELECT n FROM to_index WHERE tbl = ? LIMIT ?", row -> row.getLong(1), index.table(), ROWS_AT_ONCE);
            for (var n : rows) {
                index.renew(sql, n);
            }
        }
        return sql.exists("SELECT 1 FROM to_index");
    }
}
