package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;

/// Contents that are damaged, missing, refused or in the way, while others go on.
final class TransferFailuresTest extends WithTwoDevices {
    @Test
    void aContentThatArrivesDamagedIsFetchedAgainAndThenReported() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        store.put(hash.objectName(), Body.of(bytes(2, 100)), Metadata.NONE);
        desk.copy.sync();
        desk.store.reset();
        desk.move();
        assertThat(desk.store.count(Kind.GET)).isEqualTo(2);
        assertThat(desk.state(hash)).isEqualTo(ContentState.DAMAGED);
        assertThat(desk.here()).isEmpty();
        store.put(hash.objectName(), Body.of(bytes(1, 100)), Metadata.NONE);
        desk.transfers.retry(hash);
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aContentThatTheRemoteDoesNotHaveIsMissingAndHoldsNothingUp() {
        var lost = laptop.add("p1", "f1", bytes(1, 10));
        var kept = laptop.add("p1", "f2", bytes(2, 20));
        send();
        store.delete(lost.objectName());
        desk.copy.sync();
        desk.move();
        assertThat(desk.state(lost)).isEqualTo(ContentState.MISSING);
        assertThat(desk.state(kept)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aContentThatChangedOnTheDiskBeforeItWasSentIsNotSent() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        Files.write(laptop.contents.path(hash), bytes(2, 101));
        laptop.move();
        assertThat(store.head(hash.objectName())).isEmpty();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.MISSING);
    }

    @Test
    void aFailureIsWaitedOutAndTheContentComesThenByItself() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        network.follow(_ -> Fault.NEVER_SENT);
        assertThat(laptop.transfers.turn()).isTrue();
        assertThat(laptop.transfers.status().trouble()).isPresent();
        assertThat(laptop.transfers.turn()).isFalse();
        network.follow(FaultPlan.none());
        clock.advance(Duration.ofSeconds(5));
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(laptop.transfers.status().trouble()).isEqualTo(Optional.empty());
    }

    @Test
    void aCancelledContentStaysUntilItIsAskedForAgain() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        laptop.transfers.cancel(hash);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.STOPPED);
        laptop.transfers.retry(hash);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aHostileHashInARowNamesNoFileAnywhere() {
        laptop.copy.set("project", "p1", "title", "P");
        laptop.copy.set("file", "f1", "project", "p1", "name", "x", "sha256", "../../../etc/passwd" + "x".repeat(45));
        laptop.move();
        assertThat(laptop.store.requests()).isEmpty();
    }

    @Test
    void aFullDiskOfThisDeviceIsTheTroubleOfThatFileAndNotOfTheRemote() {
        var large = laptop.add("p1", "f1", bytes(1, 200_000));
        var small = laptop.add("p1", "f2", bytes(2, 100));
        send();
        desk.copy.sync();
        desk.room = 100_000;
        desk.move();
        assertThat(desk.state(small)).isEqualTo(ContentState.HERE);
        assertThat(desk.state(large)).isEqualTo(ContentState.REMOTE);
        var status = desk.transfers.status();
        assertThat(status.trouble()).isEmpty();
        assertThat(status.problems())
                .hasEntrySatisfying(
                        large, problem -> assertThat(problem.cause()).contains("No space left on device"));
        desk.room = Long.MAX_VALUE;
        clock.advance(Duration.ofMinutes(1));
        desk.move();
        assertThat(desk.state(large)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aRemoteThatTakesOneContentAndRefusesAnotherGetsTheOne() {
        var refused = laptop.add("p1", "f1", bytes(1, 10));
        var taken = laptop.add("p1", "f2", bytes(2, 20));
        network.follow(request -> request.name().contains(refused.text()) ? Fault.NEVER_SENT : Fault.NONE);
        for (int i = 0; i < 6; i++) {
            laptop.move();
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(laptop.state(taken)).isEqualTo(ContentState.HERE);
        assertThat(laptop.state(refused)).isEqualTo(ContentState.WAITING);
        assertThat(laptop.transfers.status().problems()).containsOnlyKeys(refused);
    }

    @Test
    void anErrorThatNobodyForesawPutsOffOneContentOnly() {
        var odd = laptop.add("p1", "f1", bytes(1, 10));
        var usual = laptop.add("p1", "f2", bytes(2, 20));
        laptop.settings = limits(OptionalLong.of(1000), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            if (laptop.transfers.status().of(odd).isPresent()) {
                throw new IllegalStateException("odd");
            }
        };
        laptop.transfers.turn();
        assertThat(laptop.transfers.status().problems())
                .hasEntrySatisfying(odd, problem -> assertThat(problem.cause()).contains("odd"));
        laptop.move();
        assertThat(laptop.state(usual)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aContentThatAnotherProcessIsTakingInIsNoLeftover() throws IOException {
        var taken = laptop.contents.take(Files.writeString(folder.resolve("source"), "text"));
        laptop.transfers.start((_, _) -> new Thread());
        laptop.contents.keep(taken);
        assertThat(laptop.here()).containsExactly(taken.hash());
    }

    @Test
    void aContentThatVanishedFromTheFolderIsFetchedAgain() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        Files.delete(laptop.contents.path(hash));
        laptop.transfers();
        laptop.transfers.start((_, _) -> new Thread());
        assertThat(laptop.state(hash)).isEqualTo(ContentState.REMOTE);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void theProblemOfAContentThatNoFileNamesAnyMoreIsForgotten() {
        var hash = laptop.add("p1", "f1", bytes(1, 10));
        network.follow(_ -> Fault.NEVER_SENT);
        laptop.move();
        assertThat(laptop.transfers.status().problems()).containsOnlyKeys(hash);
        laptop.copy.database.change(sql -> sql.update("DELETE FROM file"));
        laptop.transfers.changed();
        clock.advance(Duration.ofMinutes(1));
        assertThat(laptop.transfers.turn()).isFalse();
        assertThat(laptop.transfers.status().problems()).isEmpty();
    }

    @Test
    void nothingIsWaitedForOnceAnAttemptMayBeMade() {
        var retries = new Retries();
        var now = clock.instant();
        retries.failed(FilesException.tooMany(folder, 1), now);
        assertThat(retries.untilNext(now)).isPresent();
        assertThat(retries.untilNext(now.plus(Duration.ofHours(1)))).isEmpty();
    }
}
