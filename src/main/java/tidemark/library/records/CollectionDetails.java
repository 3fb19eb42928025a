package tidemark.library.records;

import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The part of a collection that a person edits.
public record CollectionDetails(String name, Colour colour) {
    /// These details with another name.
    public CollectionDetails withName(String other) {
        return new CollectionDetails(other, colour);
    }

    /// These details with another colour.
    public CollectionDetails withColour(Colour other) {
        return new CollectionDetails(name, other);
    }

    /// The details in a collection's row.
    public static CollectionDetails of(CollectionId id, Row row) {
        return new CollectionDetails(row.text("name", ""), Colour.of(id, row.text("colour")));
    }

    /// The details as columns of the collection's row.
    public Row row() {
        return Row.EMPTY
                .with("name", PlainText.line("name", name).value())
                .with("colour", Optional.of(Value.of(colour.text())));
    }
}
