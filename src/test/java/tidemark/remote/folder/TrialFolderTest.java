package tidemark.remote.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The trial folder of a probe, which a killed probe leaves behind and a later one removes.
final class TrialFolderTest {
    @TempDir
    Path folder;

    private final Random random = new Random(1);

    private TrialFolder trial(InstantSource clock) {
        return TrialFolder.at(folder, clock, random);
    }

    /// Leaves a trial folder as a killed probe does.
    private Path left(Duration ago) throws IOException {
        var place = folder.resolve(".tidemark-trial-" + Long.toHexString(random.nextLong()));
        Files.createDirectories(place.resolve("probe/0123"));
        Files.writeString(place.resolve("probe/0123/written"), "tidemark probe");
        return Files.setLastModifiedTime(place, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void whatAKilledTestLeftIsRemovedByALaterOne() throws IOException {
        var old = left(Duration.ofDays(2));
        var fromTheFuture = left(Duration.ofDays(-400));
        trial(InstantSource.system()).close();
        assertThat(old).doesNotExist();
        assertThat(fromTheFuture).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theTestOfAnotherComputerIsLeftAloneHoweverWrongThisClockIs() throws IOException {
        var running = left(Duration.ofMinutes(1));
        trial(InstantSource.fixed(Instant.parse("2126-01-01T00:00:00Z"))).close();
        assertThat(running.resolve("probe/0123/written")).exists();
    }

    @Test
    void whatOnlyLooksLikeItIsAPersonsOwn() throws IOException {
        var file = Files.writeString(folder.resolve(".tidemark-trial-0123"), "mine");
        var elsewhere = Files.createDirectory(folder.resolve("mine"));
        var link = Files.createSymbolicLink(folder.resolve(".tidemark-trial-4567"), elsewhere);
        var other = Files.createDirectory(folder.resolve(".tidemark-trial-notes"));
        var longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(100)));
        for (var mine : new Path[] {file, elsewhere, other}) {
            Files.setLastModifiedTime(mine, longAgo);
        }
        trial(InstantSource.system()).close();
        assertThat(file).exists();
        assertThat(link).isSymbolicLink();
        assertThat(elsewhere).exists();
        assertThat(other).exists();
    }
}
