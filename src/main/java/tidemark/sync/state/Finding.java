package tidemark.sync.state;

import java.util.List;

/// What a check of one part found wrong.
///
/// @param findings in words; none when it is sound
public record Finding(String part, List<String> findings) {
    public Finding {
        findings = List.copyOf(findings);
    }

    /// Whether nothing is wrong with it.
    public boolean isSound() {
        return findings.isEmpty();
    }
}
