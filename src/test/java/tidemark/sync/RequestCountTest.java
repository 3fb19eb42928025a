package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Request;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.MemoryStore;

/// The cost of each situation in requests and bytes, which people pay for.
final class RequestCountTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);

    @TempDir
    Path folder;

    private Copy laptop;

    @BeforeEach
    void aLibraryInSync() {
        laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        laptop.counted.reset();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    private static List<String> requests(Copy copy) {
        return copy.counted.requests().stream().map(Request::toString).toList();
    }

    @Test
    void withNothingPendingThereIsThePollAndNothingElse() {
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(30));
            laptop.sync();
        }
        assertThat(requests(laptop)).hasSize(10).containsOnly("GET changes/000000000/002.json.gz");
        assertThat(laptop.counted.sent()).isZero();
        assertThat(laptop.counted.received()).isZero();
    }

    @Test
    void everyTenMinutesThePollMakesSureThatTheRemoteIsStillTheSame() {
        clock.advance(Duration.ofMinutes(11));
        laptop.sync();
        assertThat(requests(laptop))
                .containsExactly("GET changes/000000000/002.json.gz", "GET changes/000000000/001.json.gz");
    }

    @Test
    void anEditOfAShortFieldIsOneSmallObjectAndNothingComesBack() {
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        assertThat(requests(laptop)).containsExactly("CREATE changes/000000000/002.json.gz");
        assertThat(laptop.counted.sent()).isLessThan(1024);
        assertThat(laptop.counted.received()).isZero();
    }

    @Test
    void twentyEditsInABurstAreOneBatch() {
        for (int i = 0; i < 20; i++) {
            laptop.set("project", "p" + i % 5, "title", "Title " + i);
        }
        laptop.sync();
        assertThat(requests(laptop)).containsExactly("CREATE changes/000000000/002.json.gz");
    }

    @Test
    void whereTheStoreDecidesNothingIsEverListed() {
        for (int i = 0; i < 60; i++) {
            laptop.set("project", "p1", "title", "Title " + i);
            laptop.sync();
        }
        assertThat(laptop.counted.count(Kind.LIST)).isZero();
        assertThat(laptop.counted.count(Kind.DELETE)).isZero();
        assertThat(laptop.counted.requests()).hasSize(60);
    }

    @Test
    void oneCharacterInALongNoteIsAsSmallInALargeLibraryAsInASmallOne() {
        var alone = oneCharacter();
        for (int i = 0; i < 2_000; i++) {
            laptop.set("project", "more-" + i, "title", "Title " + i);
        }
        laptop.sync();
        var amongMany = oneCharacter();
        assertThat(alone).isLessThan(2_000);
        assertThat(amongMany).isBetween(alone - 20, alone + 20);
    }

    private long oneCharacter() {
        var lines = "A line of some words that fills a note.\n".repeat(5_000);
        laptop.set("note", "n1", "project", "p1", "body", lines);
        laptop.sync();
        laptop.counted.reset();
        laptop.set("note", "n1", "body", lines.substring(0, 100_000) + "x" + lines.substring(100_000));
        laptop.sync();
        assertThat(laptop.counted.count(Kind.CREATE)).isEqualTo(1);
        return laptop.counted.sent();
    }

    @Test
    void anotherDevicePicksAnEditUpWithTwoReads() {
        var desk = copy("desk");
        desk.sync();
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        desk.counted.reset();
        desk.sync();
        assertThat(requests(desk))
                .containsExactly("GET changes/000000000/002.json.gz", "GET changes/000000000/003.json.gz");
    }
}
