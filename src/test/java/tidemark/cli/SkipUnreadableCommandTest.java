package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProcessLock;

/// The command that goes past a batch that no device can read.
final class SkipUnreadableCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;

    /// Both are at version 1; the laptop's second batch is on the remote, and is no batch any more.
    @BeforeEach
    void spoilABatch() throws IOException {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var shell : new Shell[] {laptop, desk}) {
            shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        Files.writeString(folder.resolve("remote/me/changes/000000000/002.json.gz"), "no batch");
        desk.project("Dam");
    }

    @Test
    void theBatchIsSkippedAndEveryDeviceGoesOn() {
        var stopped = desk.run("sync");
        assertThat(stopped.code()).isEqualTo(6);
        assertThat(stopped.err()).contains("cannot be read", "`tidemark remote skip-unreadable --yes`");
        var skipped = desk.done("remote", "skip-unreadable", "--yes");
        assertThat(skipped.out()).contains("The remote can be read to its end; this device is at version ");
        laptop.clock(Clock.offset(Clock.fixed(Shell.NOW, java.time.ZoneOffset.UTC), Duration.ofMinutes(11)));
        laptop.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("River", "Dam");
        assertThat(laptop.json("status").text("stateHash"))
                .isEqualTo(desk.json("status").text("stateHash"));
    }

    @Test
    void withoutAYesNothingIsSkipped() {
        for (var command : new String[] {"", "--yes=false"}) {
            var answer = command.isEmpty()
                    ? desk.run("remote", "skip-unreadable")
                    : desk.run("remote", "skip-unreadable", command);
            assertThat(answer.code()).isEqualTo(2);
        }
        assertThat(folder.resolve("remote/me/changes/000000000/002.json.gz")).hasContent("no batch");
    }

    @Test
    void whileAnotherProcessSyncsNothingIsSkipped() throws IOException {
        var lock = ProcessLock.take(new LibraryFolder(desk.library).syncLock()).orElseThrow();
        desk.clock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1)));
        var answer = desk.run("remote", "skip-unreadable", "--yes");
        lock.close();
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("Another Tidemark process", "Nothing was skipped.");
    }
}
