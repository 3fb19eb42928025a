package tidemark.library;

import java.util.function.UnaryOperator;

/// A value as someone changed it, and the value they started from.
///
/// @param was what the editor had loaded
/// @param now what it should become
public record Edited<T>(T was, T now) {
    /// The value after this change to it.
    public static <T> Edited<T> of(T was, UnaryOperator<T> change) {
        return new Edited<>(was, change.apply(was));
    }
}
