package tidemark.library.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The times of a record, as they are shown; they decide nothing.
///
/// @param created when it was created, where that is known: an imported record knows it from there, any
/// other by its id
/// @param edited when it or something in it was last changed, as this device knows it; for an imported
/// record as its
///     file told, until it is changed
public record Times(Optional<Instant> created, Instant edited) {
    /// The times of the record of this id.
    ///
    /// @param edited the column of the result set that holds the time of the last change, in ms
    public static Times of(LibraryId id, Row row, ResultSet result, int edited) throws SQLException {
        return new Times(created(id, row), Timestamps.edited(result.getLong(edited)));
    }

    private static Optional<Instant> created(LibraryId id, Row row) {
        return row.get("created").isPresent()
                ? row.get("created")
                        .map(value -> value instanceof Value.Whole(var at) ? at : 0L)
                        .map(Instant::ofEpochMilli)
                : Ids.time(id.text());
    }
}
