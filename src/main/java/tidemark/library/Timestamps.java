package tidemark.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Times as rows hold them: milliseconds since 1970.
final class Timestamps {
    static final List<String> TRASHED = List.of("trashed_at");

    private Timestamps() {}

    static Optional<Instant> trashed(Row row) {
        return row.get("trashed_at")
                .map(value -> value instanceof Value.Whole(var at) ? Instant.ofEpochMilli(at) : Instant.EPOCH);
    }

    static Row trashed(Optional<Instant> at) {
        return Row.EMPTY.with("trashed_at", at.map(time -> Value.of(time.toEpochMilli())));
    }

    /// A row whose time of editing nobody knows is as old as can be.
    static Instant edited(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds);
    }
}
