package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.sync.Copies.same;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Version;

/// Rounds of devices that know each other: what is sent, and what happens when the connection breaks.
final class SyncEngineTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private final Copies copies = new Copies(store, clock);

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    @Test
    void anEditOnOneDeviceIsOnTheOtherAfterBothSynced() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River", "summary", "One\nTwo\n");
        a.sync();
        b.sync();
        assertThat(b.text("project", "p1", "title")).isEqualTo("River");
        same(a, b);
    }

    @Test
    void twentyEditsAreOneBatch() {
        var a = copy("a");
        for (int i = 0; i < 20; i++) {
            a.set("project", "p" + i % 5, "title", "Title " + i);
        }
        a.sync();
        assertThat(a.position().version()).isEqualTo(new Version(1));
        assertThat(a.pending()).isZero();
    }

    @Test
    void aPollIsOneReadOfOneName() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        a.counted.reset();
        a.sync();
        assertThat(a.counted.requests()).hasSize(1);
        assertThat(a.counted.requests().getFirst().kind()).isEqualTo(Kind.GET);
        assertThat(a.counted.requests().getFirst().toString()).contains("changes/000000000/002.json.gz");
    }

    @Test
    void aCommitIsOneRequest() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        a.counted.reset();
        a.set("project", "p1", "title", "Stream");
        a.sync();
        assertThat(a.counted.requests()).hasSize(1);
        assertThat(a.counted.count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void oneCharacterInALongNoteIsASmallBatch() {
        var a = copy("a");
        var lines = "A line of some words that fills a note.\n".repeat(5_000);
        a.set("project", "p1", "title", "River");
        a.set("note", "n1", "project", "p1", "body", lines);
        a.sync();
        a.counted.reset();
        a.set("note", "n1", "body", lines.substring(0, 100_000) + "x" + lines.substring(100_000));
        a.sync();
        assertThat(a.counted.sent()).isLessThan(2_000);
    }

    @Test
    void anEditTypedBackIsNone() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        a.set("project", "p1", "title", "Stream");
        a.set("project", "p1", "title", "River");
        a.counted.reset();
        a.sync();
        assertThat(a.counted.count(Kind.CREATE)).isZero();
        assertThat(a.pending()).isZero();
    }

    @Test
    void aPushWhoseAnswerWasLostIsNotCommittedTwice() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        a.set("project", "p1", "title", "Stream");
        a.network.follow(FaultPlan.script(Fault.ANSWER_LOST));
        a.sync();
        assertThat(a.position().version()).isEqualTo(new Version(2));
        assertThat(a.pending()).isZero();
    }

    @Test
    void theSameBytesAreSentAgainUntilTheOutcomeIsKnown() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.sync();
        b.sync();
        a.set("project", "p1", "title", "Stream");
        a.network.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(a::sync).isInstanceOf(Unavailable.class);
        a.set("project", "p1", "title", "Brook");
        a.restart();
        a.network.deliverAll();
        a.sync();
        b.sync();
        assertThat(b.text("project", "p1", "title")).isEqualTo("Brook");
        assertThat(a.position().version()).isEqualTo(new Version(3));
        same(a, b);
    }

    @Test
    void aRowTypedBackWhileItIsOnItsWayIsSentAgain() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.sync();
        b.sync();
        a.set("project", "p1", "title", "Stream");
        a.network.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(a::sync).isInstanceOf(Unavailable.class);
        a.set("project", "p1", "title", "River");
        a.network.deliverAll();
        a.sync();
        b.sync();
        assertThat(b.text("project", "p1", "title")).isEqualTo("River");
        same(a, b);
    }

    @Test
    void anOvertakenBatchIsMergedAndSentUnderTheNextNumber() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River", "status", "idea");
        a.sync();
        b.sync();
        a.set("project", "p1", "title", "Stream");
        b.set("project", "p1", "status", "active");
        a.sync();
        b.sync();
        a.sync();
        assertThat(b.text("project", "p1", "title")).isEqualTo("Stream");
        assertThat(a.text("project", "p1", "status")).isEqualTo("active");
        assertThat(a.conflicts()).isEmpty();
        same(a, b);
    }

    @Test
    void twoTitlesAreBothKept() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.sync();
        b.sync();
        a.set("project", "p1", "title", "Stream");
        b.set("project", "p1", "title", "Brook");
        a.sync();
        b.sync();
        a.sync();
        same(a, b);
        assertThat(a.text("project", "p1", "title")).isEqualTo("Brook");
        assertThat(a.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.text("mine"))
                    .hasValueSatisfying(mine -> assertThat(mine).contains("Brook"));
            assertThat(conflict.text("theirs"))
                    .hasValueSatisfying(theirs -> assertThat(theirs).contains("Stream"));
            assertThat(conflict.text("theirs_device")).hasValue("a");
        });
    }

    @Test
    void anEditOfAPurgedRecordBringsItBackWithWhatItHeld() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.set("note", "n1", "project", "p1", "title", "Samples");
        a.sync();
        b.sync();
        a.purge("project", "p1");
        b.set("note", "n1", "title", "Samples and notes");
        a.sync();
        b.sync();
        a.sync();
        same(a, b);
        assertThat(a.text("note", "n1", "title")).isEqualTo("Samples and notes");
        assertThat(a.text("project", "p1", "title")).isEqualTo("River");
        assertThat(a.conflicts()).isNotEmpty();
    }

    @Test
    void aPurgeOfARecordEditedElsewhereIsTakenBack() {
        var a = copy("a");
        var b = copy("b");
        a.set("project", "p1", "title", "River");
        a.set("note", "n1", "project", "p1", "title", "Samples");
        a.sync();
        b.sync();
        b.set("note", "n2", "project", "p1", "title", "New");
        b.sync();
        a.purge("project", "p1");
        a.sync();
        b.sync();
        a.sync();
        same(a, b);
        assertThat(a.ids("note")).containsExactly("n1", "n2");
        assertThat(a.ids("project")).containsExactly("p1");
    }

    @Test
    void aBatchThatIsNoJsonStopsAndChangesNothing() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        store.put(
                new Version(2).objectName(),
                Body.of(BatchFormat.zipped("{\"hello\":1}".getBytes(StandardCharsets.UTF_8))),
                Metadata.NONE);
        assertThatThrownBy(a::sync).isInstanceOf(Corrupt.class).hasMessageContaining("cannot be read");
        assertThat(a.position().version()).isEqualTo(new Version(1));
    }
}
