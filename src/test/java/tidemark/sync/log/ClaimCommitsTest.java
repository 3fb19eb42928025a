package tidemark.sync.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.remote.Request;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.sync.Copies;
import tidemark.sync.Copy;
import tidemark.sync.MovingStore;
import tidemark.sync.SteppedClock;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;

/// Commits by claims, between devices that race, stall and crash.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClaimCommitsTest {
    private static final Slot SLOT = Slot.of(new Version(1));

    private final MovingStore store = new MovingStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private final List<Duration> waits = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    private ClaimCommits commits(FaultPlan plan) {
        return new ClaimCommits(new FaultyStore(store, plan), new Random(7), waits::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<String> standing() {
        return store.get(SLOT.target(), 1000).map(object -> new String(object.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aFreeNumberIsTaken() {
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.CREATED);
        assertThat(standing()).hasValue("mine");
        assertThat(waits).isEmpty();
    }

    @Test
    void aNumberThatIsTakenStays() {
        commits(FaultPlan.none()).decide(SLOT, bytes("theirs"));
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.EXISTS);
        assertThat(standing()).hasValue("theirs");
    }

    @Test
    void aNumberWhoseClaimsWereDeletedStays() {
        commits(FaultPlan.none()).decide(SLOT, bytes("theirs"));
        store.deleteFolder(SLOT.folder());
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.EXISTS);
        assertThat(standing()).hasValue("theirs");
    }

    @Test
    void whatADeadDeviceHadAcceptedIsFinishedByTheNext() {
        var dead = commits(FaultPlan.throwing(7, Copy.Crash::new));
        assertThatThrownBy(() -> dead.decide(SLOT, bytes("theirs"))).isInstanceOf(Copy.Crash.class);
        assertThat(standing()).isEmpty();
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.EXISTS);
        assertThat(standing()).hasValue("theirs");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void wheneverARequestFailsTheNextTryFindsOneDecision(Fault fault) {
        for (int n = 0; n < 8; n++) {
            var slot = Slot.of(new Version(10 + n));
            var line = new FaultyStore(store, FaultPlan.at(n, fault));
            tryOnce(line, slot, "first");
            commits(FaultPlan.none()).decide(slot, bytes("second"));
            var decided = store.get(slot.target(), 1000).orElseThrow().bytes();
            line.deliverAll();
            assertThat(store.get(slot.target(), 1000).orElseThrow().bytes())
                    .as("request %d", n)
                    .isEqualTo(decided);
        }
    }

    private void tryOnce(FaultyStore line, Slot slot, String text) {
        try {
            new ClaimCommits(line, new Random(3), waits::add).decide(slot, bytes(text));
        } catch (Unavailable e) {
            assertThat(e.problem().cause()).isNotBlank();
        }
    }

    @Test
    void aHigherBallotIsOutbidAfterAWait() {
        store.add(SLOT.name(new Claim(new Ballot(41, "another"), Optional.empty())), Body.of(new byte[0]));
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.CREATED);
        assertThat(waits).hasSize(1);
        assertThat(store.list(SLOT.prefix(), Optional.empty(), 10))
                .anySatisfy(name -> assertThat(name.value()).startsWith(SLOT.prefix() + "42."));
    }

    @Test
    void aHigherBallotThatBeganBeforeTheSecondListingIsOutbid() {
        var count = new AtomicInteger();
        var accepting = 4;
        var commits = commits(_ -> {
            if (count.getAndIncrement() == accepting) {
                store.add(SLOT.name(new Claim(new Ballot(41, "another"), Optional.empty())), Body.of(new byte[0]));
            }
            return Fault.NONE;
        });
        assertThat(commits.decide(SLOT, bytes("mine"))).isEqualTo(Creation.CREATED);
        assertThat(waits).hasSize(1);
        assertThat(store.list(SLOT.prefix(), Optional.empty(), 10))
                .anySatisfy(name -> assertThat(name.value()).startsWith(SLOT.prefix() + "42."));
    }

    @Test
    void foreignNamesAmongTheClaimsAreNotHeeded() {
        for (var name : List.of("x", "99999999999999999999.y", "7.Y", "7.y.abc", "desktop.ini")) {
            store.put(new ObjectName(SLOT.prefix() + name), Body.of(bytes("?")), Metadata.NONE);
        }
        assertThat(commits(FaultPlan.none()).decide(SLOT, bytes("mine"))).isEqualTo(Creation.CREATED);
        assertThat(waits).isEmpty();
    }

    @Test
    void anEditCostsSevenRequestsAndTheRenaming() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        a.counted.reset();
        a.set("project", "p1", "title", "Stream");
        a.sync();
        assertThat(a.counted.requests().stream().map(Request::kind))
                .containsExactly(
                        Request.Kind.PUT, // the body
                        Request.Kind.GET,
                        Request.Kind.PUT, // a ballot begins
                        Request.Kind.LIST,
                        Request.Kind.PUT, // the body's hash is accepted
                        Request.Kind.LIST,
                        Request.Kind.HEAD, // the number is free
                        Request.Kind.PUT);
    }

    @Test
    void aPollIsOneRequestAndAPickUpTwo() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.sync();
        b.sync();
        a.counted.reset();
        a.sync();
        assertThat(a.counted.requests()).hasSize(1);
        a.set("project", "p1", "title", "Stream");
        a.sync();
        b.counted.reset();
        b.sync();
        assertThat(b.counted.requests()).hasSize(2);
        assertThat(b.text("project", "p1", "title")).isEqualTo("Stream");
    }

    @Test
    void aDamagedBatchIsMendedFromItsClaims() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        var slot = Slot.of(new Version(1));
        var whole = store.get(slot.target(), 1 << 20).orElseThrow().bytes();
        store.add(slot.body(Hash.of(whole)), Body.of(whole));
        store.put(slot.target(), Body.of(java.util.Arrays.copyOf(whole, whole.length / 2)), Metadata.NONE);
        store.delete(Layout.CHECKPOINT);
        var b = copy("b");
        b.sync();
        assertThat(b.text("project", "p1", "title")).isEqualTo("River");
        assertThat(store.get(slot.target(), 1 << 20).orElseThrow().bytes()).isEqualTo(whole);
    }

    @Test
    void claimsDoNotPileUp() {
        var a = copy("a");
        for (int i = 0; i < 60; i++) {
            a.set("project", "p1", "title", "Title " + i);
            a.sync();
        }
        assertThat(store.list("claims/", Optional.empty(), 1000)).hasSizeLessThan(60);
        assertThat(store.list("claims/000000000/", Optional.empty(), 10)).isEmpty();
    }
}
