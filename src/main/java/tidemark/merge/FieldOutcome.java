package tidemark.merge;

import tidemark.schema.Field;

/// The outcome of the merge of a field that both sides changed.
///
/// @param isConflict whether a person has to choose; otherwise both changes are in the result
public record FieldOutcome(Field field, Rule rule, boolean isConflict) {
    /// The outcome of a merge with both changes in the result.
    public static FieldOutcome merged(Field field, Rule rule) {
        return new FieldOutcome(field, rule, false);
    }

    /// The outcome of a merge with one of the two changes in the result; a person has to choose.
    public static FieldOutcome conflict(Field field, Rule rule) {
        return new FieldOutcome(field, rule, true);
    }
}
