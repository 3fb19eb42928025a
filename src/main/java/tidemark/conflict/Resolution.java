package tidemark.conflict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.db.Json;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The edit of a record that a resolution made: enough to revert it on any device.
///
/// @param field the field that it set, empty for none
/// @param was the field's columns before
/// @param now the field's columns after
/// @param copies the further records that it made
/// @param removed the rows that it removed, as they were
record Resolution(Optional<String> field, Row was, Row now, List<String> copies, Map<RecordId, Row> removed) {
    private static final String FIELD = "field";
    private static final String WAS = "was.";
    private static final String NOW = "now.";
    private static final String COPY = "copy";
    private static final String REMOVED = "removed.";

    /// A resolution that changed nothing.
    static final Resolution NOTHING = new Resolution(Optional.empty(), Row.EMPTY, Row.EMPTY, List.of(), Map.of());

    static Resolution set(String field, Row was, Row now) {
        return new Resolution(Optional.of(field), was, now, List.of(), Map.of());
    }

    static Resolution copied(List<String> copies) {
        return new Resolution(Optional.empty(), Row.EMPTY, Row.EMPTY, copies, Map.of());
    }

    static Resolution removed(Map<RecordId, Row> rows) {
        return new Resolution(Optional.empty(), Row.EMPTY, Row.EMPTY, List.of(), rows);
    }

    /// The form in which it is stored: one flat JSON object.
    String json() {
        var all = new TreeMap<String, Value>();
        field.ifPresent(name -> all.put(FIELD, Value.of(name)));
        was.values().forEach((column, value) -> all.put(WAS + column, value));
        now.values().forEach((column, value) -> all.put(NOW + column, value));
        // 0.1.0 reads the first alone.
        for (int i = 0; i < copies.size(); i++) {
            all.put(i == 0 ? COPY : COPY + "." + i, Value.of(copies.get(i)));
        }
        removed.forEach((record, row) -> all.put(REMOVED + record, Value.of(Json.of(row))));
        return Json.of(Row.of(all));
    }

    static Resolution of(String json) {
        var all = Json.find(json).orElse(Row.EMPTY);
        var removed = new TreeMap<RecordId, Row>();
        for (var name : all.values().keySet()) {
            if (name.startsWith(REMOVED)) {
                removed.put(
                        record(name.substring(REMOVED.length())),
                        Json.find(all.text(name, "{}")).orElse(Row.EMPTY));
            }
        }
        return new Resolution(all.text(FIELD), part(all, WAS), part(all, NOW), copies(all), removed);
    }

    private static List<String> copies(Row all) {
        var copies = new ArrayList<String>();
        for (var next = all.text(COPY); next.isPresent(); next = all.text(COPY + "." + copies.size())) {
            copies.add(next.get());
        }
        return copies;
    }

    private static RecordId record(String name) {
        int slash = name.indexOf('/');
        return new RecordId(name.substring(0, Math.max(0, slash)), name.substring(slash + 1));
    }

    private static Row part(Row all, String prefix) {
        var part = new TreeMap<String, Value>();
        Collection<String> names = all.values().keySet();
        for (var name : names) {
            if (name.startsWith(prefix)) {
                all.get(name).ifPresent(value -> part.put(name.substring(prefix.length()), value));
            }
        }
        return Row.of(part);
    }
}
