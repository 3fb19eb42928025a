package tidemark.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The conversion of times: rows hold them as milliseconds since 1970.
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

    /// The time of an edit; the oldest possible where nobody knows it.
    static Instant edited(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds);
    }
}
