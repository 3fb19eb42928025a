package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Rehearsals of what replaces content: they say what then happens, and nothing happens by them.
final class RehearsalTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    /// The remote is as it was before the second batch; the laptop has an unsent edit besides.
    @BeforeEach
    void aRemoteThatWentBack() {
        laptop = copies.make(folder, "laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.set("project", "p2", "title", "Kitchen");
        laptop.sync();
        var older = Disaster.everything(store);
        laptop.set("project", "p1", "title", "Upper river");
        laptop.set("note", "n1", "project", "p1", "title", "Samples");
        laptop.sync();
        laptop.set("project", "p2", "summary", "Not sent");
        Disaster.replace(store, older);
        laptop.restart();
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Effects rehearse(RollbackDecision decision) {
        return Rehearsal.of(decision, laptop.context(), Database.Settings.of(LibrarySchema.CURRENT, clock));
    }

    @Test
    void takingSaysWhatItDoes() {
        var before = laptop.rows();
        var there = Disaster.everything(store).keySet();
        var effects = rehearse(RollbackDecision.TAKE);
        assertThat(laptop.rows()).isEqualTo(before);
        assertThat(Disaster.everything(store).keySet()).isEqualTo(there);
        assertThat(folder.resolve("backups")).doesNotExist();

        assertThat(effects.removed()).containsExactly(Map.entry("note", 1L));
        laptop.decide(RollbackDecision.TAKE);
        var after = laptop.rows();
        assertThat(effects.added()).isEqualTo(count(after, before, false));
        assertThat(effects.removed()).isEqualTo(count(before, after, false));
        assertThat(effects.replaced()).isEqualTo(count(after, before, true));
    }

    /// The rows of the one that are not in the other, or are otherwise there, by table.
    private static Map<String, Long> count(Map<RecordId, Row> rows, Map<RecordId, Row> others, boolean areThere) {
        var count = new HashMap<String, Long>();
        rows.forEach((record, row) -> {
            if (others.containsKey(record) == areThere && !row.equals(others.get(record))) {
                count.merge(record.table(), 1L, Long::sum);
            }
        });
        return count;
    }

    @Test
    void sendingSaysWhatTheRemoteGets() {
        var there = Disaster.everything(store).keySet();
        var effects = rehearse(RollbackDecision.SEND);
        assertThat(Disaster.everything(store).keySet()).isEqualTo(there);
        assertThat(effects.added()).containsExactly(Map.entry("note", 1L));
        assertThat(effects.replaced()).containsExactly(Map.entry("project", 2L));
        assertThat(effects.removed()).isEmpty();
        assertThat(effects.isNone()).isFalse();
        assertThat(effects.conflicts()).isZero();
    }

    @Test
    void nothingIsLeftOfIt() throws java.io.IOException {
        for (var decision : RollbackDecision.values()) {
            var _ = rehearse(decision);
        }
        try (var left = Files.list(laptop.context().scratch())) {
            assertThat(left.filter(file -> file.toString().contains("sqlite"))).isEmpty();
        }
    }
}
