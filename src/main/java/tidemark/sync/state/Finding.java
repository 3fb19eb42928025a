package tidemark.sync.state;

import java.util.List;

/// The findings of a check of one part.
///
/// @param findings sentences for people; none when the part is sound
public record Finding(String part, List<String> findings) {
    public Finding {
        findings = List.copyOf(findings);
    }

    /// Whether nothing is wrong with it.
    public boolean isSound() {
        return findings.isEmpty();
    }
}
