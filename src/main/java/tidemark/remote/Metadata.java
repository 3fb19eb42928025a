package tidemark.remote;

import java.util.Map;

/// Small facts that some stores keep beside an object, under lower-case keys such as `db-version`. A hint: never relied
/// on.
public record Metadata(Map<String, String> entries) {
    /// No metadata.
    public static final Metadata NONE = new Metadata(Map.of());

    /// Metadata with a copy of these entries.
    public Metadata {
        entries = Map.copyOf(entries);
    }
}
