package tidemark.remote;

import java.util.Map;

/// Small facts kept beside an object by stores that can; lower-case keys such as `db-version`. A hint: never relied on.
public record Metadata(Map<String, String> entries) {
    /// No metadata.
    public static final Metadata NONE = new Metadata(Map.of());

    public Metadata {
        entries = Map.copyOf(entries);
    }
}
