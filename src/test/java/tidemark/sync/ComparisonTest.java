package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.sync.Comparison.Verdict;
import tidemark.sync.format.StateHash;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;

/// A device's comparison of itself with the hints of the others.
final class ComparisonTest extends WithPair {

    @BeforeEach
    void inSync() {
        pair.laptop.set("project", "p1", "title", "River");
        pair.sync();
    }

    private Comparison desk() {
        return Comparison.all(pair.laptop.context()).getFirst();
    }

    private void edit(Copy device, String title) {
        device.set("project", "p1", "title", title);
        device.sync();
    }

    @Test
    void bothHoldTheSame() {
        assertThat(Comparison.all(pair.laptop.context())).hasSize(1);
        assertThat(desk().device()).isEqualTo("desk");
        assertThat(desk().verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(desk().version()).isEqualTo(1);
    }

    @Test
    void anOlderVersionIsComparedWithWhatThisCopyHeldThen() {
        edit(pair.laptop, "Stream");
        edit(pair.laptop, "Brook");
        assertThat(desk()).extracting(Comparison::version, Comparison::verdict).containsExactly(1L, Verdict.IDENTICAL);
    }

    @Test
    void aDeviceThatIsAheadIsNotCompared() {
        pair.pass(Duration.ofHours(2));
        edit(pair.desk, "Stream");
        assertThat(desk().verdict()).isEqualTo(Verdict.AHEAD);
        pair.laptop.sync();
        assertThat(desk().verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void aDeviceThatHoldsSomethingElseIsFound() {
        pair.desk.database.change(sql -> new Replica(sql).set(LocalKey.STATE_HASH, new StateHash(1, 2).toString()));
        Comparison.all(pair.desk.context());
        assertThat(desk().verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void whatIsNoLongerKnownIsSaid() {
        edit(pair.laptop, "Stream");
        pair.laptop.database.change(sql -> sql.update("DELETE FROM log"));
        assertThat(desk().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aHintThatIsNoneIsPassedOver() {
        pair.laptop.counted.put(
                new ObjectName("devices/evil.json"),
                Body.of("{\"name\": 7, \"version\": -1}".getBytes(StandardCharsets.UTF_8)),
                Metadata.NONE);
        assertThat(Comparison.all(pair.laptop.context())).hasSize(1);
    }
}
