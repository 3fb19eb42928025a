package tidemark.sync.state;

import tidemark.schema.RecordId;

/// A pending row that no batch can hold. It stays pending until it is changed, and holds nothing else up.
///
/// @param reason the rest of a sentence about the record
public record Unsendable(RecordId record, String reason) {
    private static final int LONGEST_NAME = 60;

    @Override
    public String toString() {
        return "%s cannot be sent: %s.".formatted(shortened(record.toString()), reason);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
