package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Where an imported record comes from; a record made here has no provenance.
///
/// @param created when it was created there, in ms of precision
/// @param modified when it was last changed there, in ms of precision
/// @param path its file's path in the imported folder, with `/` between names, by which links in other texts
/// name it
public record Provenance(Optional<Instant> created, Optional<Instant> modified, Optional<String> path) {
    /// No provenance.
    public static final Provenance HERE = new Provenance(Optional.empty(), Optional.empty(), Optional.empty());

    /// The provenance as columns of the record's row.
    public Row row() {
        return Row.EMPTY
                .with("created", created.map(Instant::toEpochMilli).map(Value::of))
                .with("modified", modified.map(Instant::toEpochMilli).map(Value::of))
                .with("path", path.flatMap(text -> PlainText.of("path", text).value()));
    }
}
