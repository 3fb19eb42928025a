package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.schema.LibrarySchema;
import tidemark.sync.state.LastSync;

/// The time and the result of the last sync, as they are kept.
final class LastSyncTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;
    private Database database;
    private LastSync lastSync;

    @BeforeEach
    void open() {
        database = Database.open(
                folder.resolve("database.sqlite"), Database.Settings.of(LibrarySchema.CURRENT, () -> now));
        lastSync = new LastSync(database, () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<Instant> kept() {
        return SyncStatus.atRest(database, "a folder", Instant.EPOCH).lastCheck();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theFirstRoundIsKeptAndThoseThatMovedSomething() {
        assertThat(kept()).isEmpty();
        lastSync.succeeded(0);
        assertThat(kept()).contains(START);
        pass(Duration.ofSeconds(5));
        lastSync.succeeded(2);
        assertThat(kept()).contains(START.plusSeconds(5));
    }

    @Test
    void aPollThatFindsNothingIsWrittenDownOnceInTenMinutes() {
        lastSync.succeeded(0);
        pass(Duration.ofMinutes(9));
        lastSync.succeeded(0);
        assertThat(kept()).contains(START);
        pass(Duration.ofMinutes(1));
        lastSync.succeeded(0);
        assertThat(kept()).contains(START.plus(Duration.ofMinutes(10)));
    }
}
