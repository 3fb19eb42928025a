package tidemark.library;

import java.time.Instant;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Two versions of one field that could not be merged, both kept until someone chooses.
///
/// @param subject which field of which record it is about
/// @param base the value that both were made from
public record Conflict(String id, Subject subject, Row base, Version mine, Version theirs) {
    /// What a conflict is about.
    ///
    /// @param title what the record is called at present; empty when it is gone
    public record Subject(RecordId record, String field, String title) {}

    /// One of the versions: the columns of the field, and which device wrote it when.
    public record Version(Row value, String device, Instant at) {}
}
