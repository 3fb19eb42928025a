package tidemark.library;

import java.time.Instant;
import tidemark.merge.Rule;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A merge of two versions of a field on this device.
///
/// @param device the name of the device that theirs came from
/// @param at the time of the merge, by this device's clock
/// @param rule [Rule#FIRST] when a choice made here was overruled by one committed earlier elsewhere
public record Merge(
        long number, RecordId record, String field, Rule rule, String device, Instant at, Versions versions) {
    /// The three versions and the result: each has the columns of the field.
    public record Versions(Row base, Row mine, Row theirs, Row result) {}

    /// Whether a choice made here was undone for one that another device had committed first.
    public boolean isOverruled() {
        return rule == Rule.FIRST;
    }
}
