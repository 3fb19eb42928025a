package tidemark.fleet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The words that the person at one device wrote and neither wrote over nor removed there: none of them may be lost.
final class LiveWrites {
    /// Where a word was written.
    ///
    /// @param slot the field, and for a text the word itself
    record Place(String table, String id, String slot) {}

    private final Map<Place, String> words = new HashMap<>();

    void wrote(String table, String id, String field, String word) {
        words.put(new Place(table, id, field), word);
    }

    void wroteInto(String table, String id, String field, String word) {
        words.put(new Place(table, id, field + "#" + word), word);
    }

    /// A line of a text was written over.
    void wroteOver(String line) {
        words.values().removeIf(line::contains);
    }

    /// The record was written over as a whole.
    void forget(String table, String id) {
        words.keySet()
                .removeIf(place -> place.table().equals(table) && place.id().equals(id));
    }

    void keepOnly(Predicate<String> isThere) {
        words.values().removeIf(word -> !isThere.test(word));
    }

    /// Only what stands in these rows counts from now on.
    void beginAgain(Map<RecordId, Row> rows) {
        words.clear();
        rows.forEach((record, row) -> row.values().forEach((column, value) -> {
            var found = Words.in(value.toString());
            found.forEach(word -> words.put(
                    new Place(
                            record.table(), record.id(), value.toString().equals(word) ? column : column + "#" + word),
                    word));
        }));
    }

    Set<String> words() {
        return new HashSet<>(words.values());
    }
}
