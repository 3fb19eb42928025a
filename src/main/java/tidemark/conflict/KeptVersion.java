package tidemark.conflict;

import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.DerivedId;
import tidemark.db.Json;
import tidemark.schema.Row;

/// A version as a conflict keeps it.
///
/// @param stood a hash of the value that the field had on that device afterwards, by which a later edit there is known
///     as made upon this version; that of a text can hold lines of others, too. Empty where it is not known
record KeptVersion(Side side, String stood) {
    /// A version that the record of its device has as it is.
    static KeptVersion standing(Side side) {
        return new KeptVersion(side, hash(side.value()));
    }

    /// A short hash of a value.
    static String hash(Row value) {
        return DerivedId.of("value", Json.of(value));
    }

    Row value() {
        return side.value();
    }

    Author author() {
        return side.author();
    }

    /// Whether both are one version, which devices may have written down differently.
    boolean isSame(KeptVersion other) {
        return author().isSameDevice(other.author()) && value().equals(other.value());
    }

    /// Whether an edit by `author` of this value was made upon this version.
    boolean isBaseOf(String valueHash, Author author) {
        return author().isSameDevice(author) && valueHash.equals(stood);
    }
}
