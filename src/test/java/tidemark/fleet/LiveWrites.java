package tidemark.fleet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The words that the person at one device wrote and neither overwrote nor removed there; none of them may be lost.
final class LiveWrites {
    /// The place of a word in the library.
    ///
    /// @param slot the field; for a word inside a text, the field and the word
    record Location(String table, String id, String slot) {}

    private final Map<Location, String> words = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();

    /// The person made a word the value of a field.
    void wrote(String table, String id, String field, String word) {
        words.put(new Location(table, id, field), word);
    }

    /// The person made a value the value of a field, one that may have no word.
    void wroteValue(String table, String id, String field, String value) {
        var there = Words.in(value);
        words.remove(new Location(table, id, field));
        there.forEach(word -> wrote(table, id, field, word));
    }

    /// The person wrote a word into a text.
    void wroteInto(String table, String id, String field, String word) {
        words.put(new Location(table, id, field + "#" + word), word);
    }

    /// The person overwrote a line of a text.
    void overwrote(String line) {
        words.values().removeIf(Words.in(line)::contains);
    }

    /// The person overwrote the record as a whole.
    void forget(String table, String id) {
        words.keySet()
                .removeIf(place -> place.table().equals(table) && place.id().equals(id));
    }

    /// The person replaced or removed these words, which were to be seen here.
    void acted(Set<String> gone) {
        replaced.addAll(gone);
    }

    /// The words that the person has replaced or removed, whoever wrote them.
    Set<String> replaced() {
        return replaced;
    }

    /// Demands no longer the words that do not pass.
    void retain(Predicate<String> isThere) {
        words.values().removeIf(word -> !isThere.test(word));
    }

    /// Demands only the words in these rows from now on.
    void reset(Map<RecordId, Row> rows) {
        words.clear();
        rows.forEach((record, row) -> row.values().forEach((column, value) -> {
            var found = Words.in(value.toString());
            found.forEach(word -> words.put(
                    new Location(
                            record.table(), record.id(), value.toString().equals(word) ? column : column + "#" + word),
                    word));
        }));
    }

    Set<String> words() {
        return new HashSet<>(words.values());
    }
}
