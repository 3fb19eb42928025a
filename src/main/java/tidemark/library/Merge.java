package tidemark.library;

import java.time.Instant;
import tidemark.merge.Rule;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Two versions of a field that became one on this device.
///
/// @param device the name of the device that theirs came from
/// @param at when they met, by this device's clock
/// @param rule [Rule#FIRST] when a choice made here was overruled by one made earlier elsewhere
public record Merge(
        long number, RecordId record, String field, Rule rule, String device, Instant at, Versions versions) {
    /// The values that met, and what came of them: each the columns of the field.
    public record Versions(Row base, Row mine, Row theirs, Row result) {}

    /// Whether a choice that was made here gave way to one that another device had made first.
    public boolean isOverruled() {
        return rule == Rule.FIRST;
    }
}
