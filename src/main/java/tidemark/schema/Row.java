package tidemark.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of a row by column name. A column that is NULL is left out, so that a column nobody has set and one that
/// an older program does not know are the same thing.
public record Row(SortedMap<String, Value> values) {
    /// A row in which every column is NULL.
    public static final Row EMPTY = new Row(new TreeMap<>());

    public Row {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// A row with these values.
    public static Row of(Map<String, Value> values) {
        return new Row(new TreeMap<>(values));
    }

    /// The value of the column, empty for NULL.
    public Optional<Value> get(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /// The text of the column, empty for NULL or a number.
    public Optional<String> text(String column) {
        return values.get(column) instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /// The text of the column, or `fallback` for NULL or a number.
    public String text(String column, String fallback) {
        return text(column).orElse(fallback);
    }

    /// This row with the column set, or NULL where the value is empty.
    public Row with(String column, Optional<Value> value) {
        var changed = new TreeMap<>(values);
        value.ifPresentOrElse(present -> changed.put(column, present), () -> changed.remove(column));
        return new Row(changed);
    }

    /// This row with all values of `other` written over its own; a column that is NULL there keeps its value here.
    public Row overlaid(Row other) {
        var both = new TreeMap<>(values);
        both.putAll(other.values);
        return new Row(both);
    }

    /// This row with only these columns.
    public Row only(Collection<String> columns) {
        var kept = new TreeMap<>(values);
        kept.keySet().retainAll(columns);
        return new Row(kept);
    }

    /// This row without these columns.
    public Row without(Collection<String> columns) {
        var kept = new TreeMap<>(values);
        kept.keySet().removeAll(columns);
        return new Row(kept);
    }
}
