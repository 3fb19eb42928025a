package tidemark.remote.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException.Unavailable;

/// Uploads in parts over a network with faults.
final class FaultyPartsTest {
    private static final ObjectName NAME = new ObjectName("files/ab/abcd");

    private final MemoryStore memory = new MemoryStore(2);
    private final FaultyStore faulty = new FaultyStore(memory, FaultPlan.none());

    private PartUpload begin(Optional<String> token) {
        return faulty.partUpload(NAME, 5, token).orElseThrow();
    }

    private static void sendNext(PartUpload upload) {
        var from = (int) upload.kept();
        upload.send(Body.of("01234".substring(from, Math.min(from + 2, 5)).getBytes(UTF_8)));
    }

    private Optional<String> stored() {
        return memory.get(NAME, 5).map(object -> new String(object.bytes(), UTF_8));
    }

    /// Every request fails in turn, and what was on its way arrives at the worst time: after its repetition.
    @ParameterizedTest
    @EnumSource
    void anUploadSurvivesAFaultOfEachOfItsRequests(Fault fault) {
        for (var n = 0; n < 5; n++) {
            memory.delete(NAME);
            faulty.follow(FaultPlan.at(n, fault));
            var token = Optional.<String>empty();
            while (stored().isEmpty()) {
                try {
                    var upload = begin(token);
                    token = Optional.of(upload.token());
                    while (upload.kept() < 5) {
                        sendNext(upload);
                    }
                    upload.finish();
                } catch (Unavailable _) {
                    faulty.deliverAll();
                }
            }
            faulty.deliverAll();
            assertThat(stored()).as("fault of request %d", n).contains("01234");
        }
    }

    @Test
    void aPartThatArrivesAfterTheEndChangesNothing() {
        var upload = begin(Optional.empty());
        faulty.follow(FaultPlan.script(Fault.REPEATED, Fault.NONE, Fault.NONE, Fault.REPEATED));
        sendNext(upload);
        sendNext(upload);
        sendNext(upload);
        upload.finish();
        faulty.deliverAll();

        assertThat(stored()).contains("01234");
        assertThat(memory.unfinished()).isZero();
    }

    @Test
    void aPartThatWasHeldBackIsKeptWhenItArrives() {
        var upload = begin(Optional.empty());
        faulty.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(() -> sendNext(upload)).isInstanceOf(Unavailable.class);
        assertThat(begin(Optional.of(upload.token())).kept()).isZero();

        faulty.deliverAll();

        assertThat(begin(Optional.of(upload.token())).kept()).isEqualTo(2);
    }
}
