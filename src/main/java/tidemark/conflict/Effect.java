package tidemark.conflict;

import java.util.List;
import tidemark.problem.Problem;
import tidemark.schema.Row;

/// The effect of a choice on the record of a conflict.
public sealed interface Effect {
    /// The record stays as it is.
    record Stays() implements Effect {}

    /// A field changes.
    ///
    /// @param was its columns as they are now
    /// @param now its columns afterwards
    record Sets(String field, Row was, Row now) implements Effect {}

    /// The record goes into the trash.
    record Trashes() implements Effect {}

    /// The record comes out of the trash.
    record Restores() implements Effect {}

    /// The record is removed for good, because its table has no trash.
    record Removes() implements Effect {}

    /// The record stays as it is, and a further one is made with each other version.
    ///
    /// @param titles the titles of the further ones
    record Copies(List<String> titles) implements Effect {}

    /// The choice cannot be carried out; the conflict stays open.
    record Refused(Problem problem) implements Effect {}
}
