package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.sync.format.Hash;

/// The effects of a step that replaces a library's content: numbers of rows by table, none where there are none.
///
/// @param added rows that were not there
/// @param replaced rows that hold something else afterwards
/// @param trashed rows that are in the trash afterwards
/// @param removed rows that are gone
public record Effects(
        Map<String, Long> added, Map<String, Long> replaced, Map<String, Long> trashed, Map<String, Long> removed) {
    public Effects {
        added = Map.copyOf(added);
        replaced = Map.copyOf(replaced);
        trashed = Map.copyOf(trashed);
        removed = Map.copyOf(removed);
    }

    /// A row as it is compared.
    private record Seen(Hash content, boolean isTrashed) {}

    /// The differences that lead from one library to the other.
    static Effects between(Sql before, Sql after, Schema schema) throws SQLException {
        var effects = new Effects.Count();
        for (var table : schema.tables()) {
            var gone = rows(before, table);
            for (var row : rows(after, table).entrySet()) {
                effects.compare(table.name(), gone.remove(row.getKey()), row.getValue());
            }
            if (!gone.isEmpty()) {
                effects.removed.put(table.name(), (long) gone.size());
            }
        }
        return new Effects(effects.added, effects.replaced, effects.trashed, effects.removed);
    }

    /// All rows of a library that comes into a place where there is none.
    static Effects ofAll(Sql after, Schema schema) throws SQLException {
        var effects = new Effects.Count();
        for (var table : schema.tables()) {
            for (var row : rows(after, table).values()) {
                effects.compare(table.name(), null, row);
            }
        }
        return new Effects(effects.added, Map.of(), Map.of(), Map.of());
    }

    private static final class Count {
        private final Map<String, Long> added = new TreeMap<>();
        private final Map<String, Long> replaced = new TreeMap<>();
        private final Map<String, Long> trashed = new TreeMap<>();
        private final Map<String, Long> removed = new TreeMap<>();

        void compare(String table, @Nullable Seen was, Seen now) {
            if (was == null) {
                added.merge(table, 1L, Long::sum);
            } else if (now.isTrashed() && !was.isTrashed()) {
                trashed.merge(table, 1L, Long::sum);
            } else if (!was.content().equals(now.content())) {
                replaced.merge(table, 1L, Long::sum);
            }
        }
    }

    private static Map<String, Seen> rows(Sql sql, Table table) throws SQLException {
        var rows = new HashMap<String, Seen>();
        sql.each("SELECT id, %s FROM \"%s\"".formatted(Rows.columns(table), table.name()), result -> {
            var row = Rows.row(table, result, 2);
            var content = Hash.of(Json.of(row).getBytes(StandardCharsets.UTF_8));
            rows.put(
                    result.getString(1), new Seen(content, row.get("trashed_at").isPresent()));
        });
        return rows;
    }

    /// Whether nothing would be different.
    public boolean isNone() {
        return added.isEmpty() && replaced.isEmpty() && trashed.isEmpty() && removed.isEmpty();
    }

    /// The number of conflicts among the added rows.
    public long conflicts() {
        return added.getOrDefault(LibrarySchema.CONFLICT.name(), 0L);
    }
}
