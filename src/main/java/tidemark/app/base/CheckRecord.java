package tidemark.app.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Json;
import tidemark.db.OwnerOnly;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The record of the last check of a library, for programs that start later. It lies beside the database and not in
/// it: a damaged database may not take it.
public final class CheckRecord {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRecord.class);

    /// A check that ran to its end, or found damage before.
    ///
    /// @param at when it ended
    /// @param findings sentences for people; none when the library is sound
    public record Checked(Instant at, List<String> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }

        /// Whether nothing was found.
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    private final Path file;

    /// The record of the library in this folder.
    public CheckRecord(LibraryFolder folder) {
        this.file = folder.path().resolve("check.json");
    }

    /// The last check; empty where none has run to its end, or what is kept cannot be read.
    public Optional<Checked> last() {
        try {
            var row = Json.row(Files.readString(file));
            var findings = row.text("findings", "").lines().toList();
            return Optional.of(new Checked(Instant.parse(row.text("at", "")), findings));
        } catch (IOException | RuntimeException e) {
            LOG.debug("There is no record of a check", e);
            return Optional.empty();
        }
    }

    /// Keeps this check in place of the last. A failure is logged: the check is then repeated earlier.
    public void keep(Checked checked) {
        var text = Json.of(Row.of(Map.of(
                "at", Value.of(checked.at().toString()),
                "findings", Value.of(String.join("\n", checked.findings())))));
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = OwnerOnly.write(part)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The outcome of the check is not stored", e);
        }
    }

    /// Forgets the last check: another file takes the place of the one that was checked.
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The outcome of the last check stays", e);
        }
    }
}
