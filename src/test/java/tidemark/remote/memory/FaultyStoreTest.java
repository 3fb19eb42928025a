package tidemark.remote.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.remote.RemoteStoreContract;

/// A faulty store: without faults it keeps the contract, with them it fails as planned.
final class FaultyStoreTest extends RemoteStoreContract {
    private final MemoryStore memory = new MemoryStore();
    private final FaultyStore faulty = new FaultyStore(memory, FaultPlan.none());

    @Override
    protected RemoteStore open() {
        return faulty;
    }

    @Test
    void whatWasNeverSentDidNotHappen() {
        faulty.follow(FaultPlan.script(Fault.NEVER_SENT));

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(text(memory, "x")).isEmpty();
        assertThat(create("mine")).isEqualTo(Creation.CREATED);
    }

    @Test
    void whoseAnswerWasLostDidHappen() {
        faulty.follow(FaultPlan.script(Fault.ANSWER_LOST));

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(text(memory, "x")).contains("mine");
        assertThat(create("mine")).isEqualTo(Creation.EXISTS);
    }

    @Test
    void whatWasHeldBackLandsLater() {
        faulty.follow(FaultPlan.script(Fault.HELD_BACK, Fault.HELD_BACK));

        assertThatThrownBy(() -> create("first")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> create("repeat")).isInstanceOf(Unavailable.class);
        assertThat(text(memory, "x")).isEmpty();
        assertThat(faulty.held()).isEqualTo(2);

        assertThat(faulty.deliverOne()).isTrue();
        assertThat(text(memory, "x")).contains("first");
        assertThat(faulty.deliverOne()).isTrue();
        assertThat(text(memory, "x")).contains("first");
        assertThat(faulty.deliverOne()).isFalse();
    }

    @Test
    void aLatePutReplacesWhatCameMeanwhile() {
        faulty.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(() -> put("late")).isInstanceOf(Unavailable.class);
        put("new");

        faulty.deliverAll();

        assertThat(text(memory, "x")).contains("late");
    }

    @Test
    void aRepeatedWriteLandsTwice() {
        faulty.follow(FaultPlan.script(Fault.REPEATED));
        assertThat(create("mine")).isEqualTo(Creation.CREATED);
        memory.delete(name("x"));

        assertThat(faulty.deliverOne()).isTrue();

        assertThat(text(memory, "x")).contains("mine");
    }

    @Test
    void aLateDeleteRemovesWhatCameMeanwhile() {
        faulty.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(() -> faulty.delete(name("x"))).isInstanceOf(Unavailable.class);
        put("new");

        faulty.deliverAll();

        assertThat(text(memory, "x")).isEmpty();
    }

    @Test
    void aStreamWhoseAnswerIsLostBreaksOffInTheMiddle() {
        put("0123456789");
        faulty.follow(FaultPlan.script(Fault.ANSWER_LOST));
        var to = new ByteArrayOutputStream();

        assertThatThrownBy(() -> faulty.get(name("x"), to, LIMIT)).isInstanceOf(Unavailable.class);
        assertThat(to).hasToString("01234");
    }

    @Test
    void aReadThatFailsTellsNothing() {
        put("x");
        for (var fault : List.of(Fault.NEVER_SENT, Fault.ANSWER_LOST, Fault.HELD_BACK)) {
            faulty.follow(FaultPlan.script(fault, fault, fault));
            assertThatThrownBy(() -> faulty.get(name("x"), LIMIT)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> faulty.head(name("x"))).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> faulty.list("", Optional.empty(), 1)).isInstanceOf(Unavailable.class);
        }
        assertThat(faulty.held()).isZero();
    }

    @Test
    void aSweepFailsEachRequestInTurn() {
        for (var n = 0; n < 3; n++) {
            faulty.follow(FaultPlan.throwing(n, () -> new IllegalStateException("swept")));
            var failed = new ArrayList<Integer>();
            for (var i = 0; i < 3; i++) {
                try {
                    put("x");
                } catch (IllegalStateException _) {
                    failed.add(i);
                }
            }
            assertThat(failed).containsExactly(n);
        }
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(outcomes(5)).isEqualTo(outcomes(5)).contains("ok", "failed");
        assertThat(outcomes(5)).isNotEqualTo(outcomes(6));
    }

    private static List<String> outcomes(long seed) {
        var store = new FaultyStore(new MemoryStore(), FaultPlan.random(new SplittableRandom(seed), 0.5));
        return Stream.generate(() -> outcome(store)).limit(100).toList();
    }

    private static String outcome(RemoteStore store) {
        try {
            store.put(name("x"), body("x"), Metadata.NONE);
            return "ok";
        } catch (Unavailable _) {
            return "failed";
        }
    }

    private Creation create(String text) {
        return faulty.create(name("x"), body(text), Metadata.NONE);
    }

    private void put(String text) {
        faulty.put(name("x"), body(text), Metadata.NONE);
    }
}
