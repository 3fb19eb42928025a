package tidemark.library.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The conversion of times: rows hold them as milliseconds since 1970.
public final class Timestamps {
    /// The column that says when a record was put into the trash.
    public static final List<String> TRASHED = List.of("trashed_at");

    private Timestamps() {}

    /// The time in such a column of a row; empty outside the trash.
    public static Optional<Instant> trashed(Row row) {
        return row.get("trashed_at")
                .map(value -> value instanceof Value.Whole(var at) ? Instant.ofEpochMilli(at) : Instant.EPOCH);
    }

    /// A row with such a column, NULL outside the trash.
    public static Row trashed(Optional<Instant> at) {
        return Row.EMPTY.with("trashed_at", at.map(time -> Value.of(time.toEpochMilli())));
    }

    /// The time of an edit; the oldest possible where nobody knows it.
    public static Instant edited(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds);
    }
}
