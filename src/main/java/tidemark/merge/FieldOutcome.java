package tidemark.merge;

import tidemark.schema.Field;

/// What came of a field that both sides changed.
///
/// @param isConflict whether a person has to choose; otherwise both changes are in the result
public record FieldOutcome(Field field, Rule rule, boolean isConflict) {
    /// Both changes are in the result.
    public static FieldOutcome merged(Field field, Rule rule) {
        return new FieldOutcome(field, rule, false);
    }

    /// One of the two is in the result, and a person has to choose.
    public static FieldOutcome conflict(Field field, Rule rule) {
        return new FieldOutcome(field, rule, true);
    }
}
