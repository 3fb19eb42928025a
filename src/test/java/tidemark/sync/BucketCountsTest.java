package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Rows;
import tidemark.remote.s3.FaultProxy;
import tidemark.remote.s3.FaultProxy.Seen;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Server;
import tidemark.remote.s3.S3Store;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The cost of the protocol in real HTTP requests and bytes, counted on the network.
final class BucketCountsTest {
    private static final int MANY = 10_000;

    private final SteppedClock clock = new SteppedClock();
    private final List<Copy> copies = new ArrayList<>();
    private S3Server server;
    private FaultProxy proxy;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.atomic();
        proxy = new FaultProxy(server.port());
    }

    @AfterEach
    void stop() throws Exception {
        copies.forEach(Copy::close);
        proxy.close();
        server.close();
    }

    private Copy copy(String name) {
        var address = S3Address.of("http://127.0.0.1:" + proxy.port(), S3Server.BUCKET);
        var store = S3Store.open(address, "me", S3Server.KEYS, Clock.systemUTC());
        var copy = new Copy(folder, name, store, clock, new Random(name.hashCode()));
        copies.add(copy);
        return copy;
    }

    private List<Seen> seenDuring(Copy copy) {
        proxy.seen();
        copy.sync();
        return proxy.seen();
    }

    private static void fill(Copy copy) {
        copy.set("project", "p1", "title", "River");
        copy.database.change(sql -> {
            var rows = new Rows(sql, LibrarySchema.CURRENT);
            for (int i = 0; i < MANY; i++) {
                var fields = Map.of("project", "p1", "title", "Note " + i, "body", "What was seen on day " + i + ".\n");
                var row = Row.EMPTY;
                for (var field : fields.entrySet()) {
                    row = row.with(field.getKey(), Optional.of(Value.of(field.getValue())));
                }
                rows.insert(new RecordId("note", "n" + i), row);
            }
        });
    }

    @Test
    void aPollIsOneRequestWithoutContentAndOneMoreEveryTenMinutes() {
        var laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();

        var polls = new ArrayList<Integer>();
        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            var seen = seenDuring(laptop);
            polls.add(seen.size());
            assertThat(seen.getFirst()).satisfies(poll -> {
                assertThat(poll.method()).isEqualTo("GET");
                assertThat(poll.status()).isEqualTo(404);
                assertThat(poll.sent()).isZero();
            });
        }
        assertThat(polls.stream().mapToInt(Integer::intValue).sum()).isEqualTo(30 + 3);
    }

    @Test
    void anEditOfOneFieldIsOnePutOfLessThanAKilobyte() {
        var laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        laptop.set("project", "p1", "title", "Stream");
        var seen = seenDuring(laptop);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().method()).isEqualTo("PUT");
        assertThat(seen.getFirst().sent()).isBetween(1L, 1024L);
        assertThat(seen.getFirst().received()).isZero();
    }

    @Test
    void atTheEndOfABurstASmallLibrarySendsItsCheckpoint() {
        var laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        clock.advance(Duration.ofSeconds(59));
        laptop.sync();
        clock.advance(Duration.ofSeconds(1));
        laptop.set("project", "p1", "title", "Stream");
        var seen = seenDuring(laptop);

        assertThat(seen.stream()
                        .filter(each -> each.path().contains("/changes/"))
                        .filter(BucketCountsTest::isPut))
                .hasSize(1);
        assertThat(seen.stream().filter(BucketCountsTest::isPut)).hasSize(4);
        assertThat(seen.stream().mapToLong(Seen::received).sum()).isLessThan(2048);
    }

    private static boolean isPut(Seen seen) {
        return seen.method().equals("PUT");
    }

    @Test
    void anotherDevicePicksItUpWithTwoGets() {
        var laptop = copy("laptop");
        var desk = copy("desk");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        desk.sync();
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        var seen = seenDuring(desk);

        assertThat(desk.text("project", "p1", "title")).isEqualTo("Stream");
        assertThat(seen).hasSize(2).allMatch(each -> each.method().equals("GET"));
        assertThat(seen.getFirst().received()).isLessThan(1024);
    }

    @Test
    void tenThousandNotesGoUpInThirtyRequestsAndComeDownInSix() {
        var laptop = copy("laptop");
        fill(laptop);
        var up = seenDuring(laptop);
        assertThat(up).hasSizeLessThanOrEqualTo(30);
        assertThat(up.stream().filter(BucketCountsTest::isPut).map(Seen::path))
                .anyMatch(path -> path.endsWith("/database.sqlite"));

        var desk = copy("desk");
        var down = seenDuring(desk);
        assertThat(down).hasSizeLessThanOrEqualTo(6);
        assertThat(down)
                .allMatch(seen -> seen.method().equals("GET")
                        || seen.method().equals("HEAD")
                        || seen.path().endsWith("/devices/desk.json"));
        assertThat(desk.ids("note")).hasSize(MANY);
        assertThat(desk.position()).isEqualTo(laptop.position());
    }
}
