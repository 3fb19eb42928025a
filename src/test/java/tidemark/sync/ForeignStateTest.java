package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.MemoryStore;

/// Another library's device that was led to this remote by mistake and sent its state there.
final class ForeignStateTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private final Copies copies = new Copies(store, clock);
    private Copy laptop;
    private Copy stranger;

    @BeforeEach
    void aStrangersStateIsSentOverTheLaptops() {
        laptop = copies.make(folder, "laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        try (var elsewhere = strangerAt(new MemoryStore())) {
            elsewhere.set("project", "p9", "title", "By the stranger");
            elsewhere.sync();
        }
        stranger = strangerAt(store);
        assertThat(stranger.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(stranger.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        clock.advance(Duration.ofMinutes(11));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
    }

    private Copy strangerAt(RemoteStore place) {
        return new Copy(folder, "stranger", place, clock, new Random(9));
    }

    @AfterEach
    void close() {
        copies.close();
        stranger.close();
    }

    /// Its first batch is still there, below what the stranger sent.
    @Test
    void theLaptopSendsItsStateInTurnAndANewDeviceHoldsIt() {
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        var phone = copies.make(folder, "phone");
        assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, phone);
        assertThat(phone.text("project", "p1", "title")).isEqualTo("River");
        phone.set("project", "p2", "title", "Kitchen");
        phone.sync();
        laptop.sync();
        Copies.same(laptop, phone);
    }

    @Test
    void theStrangerStopsThenAndKeepsItsOwn() {
        laptop.decide(RollbackDecision.SEND);
        clock.advance(Duration.ofMinutes(11));
        assertThat(stranger.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(stranger.text("project", "p9", "title")).isEqualTo("By the stranger");
    }
}
