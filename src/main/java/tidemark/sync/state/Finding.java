package tidemark.sync.state;

import java.util.List;

/// The findings of a check of one part.
///
/// @param findings sentences for people; none when the part is sound
/// @param notes for people, on what is as it may be
public record Finding(String part, List<String> findings, List<String> notes) {
    public Finding {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// Findings without notes.
    public Finding(String part, List<String> findings) {
        this(part, findings, List.of());
    }

    /// Whether nothing is wrong with it.
    public boolean isSound() {
        return findings.isEmpty();
    }
}
