package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.sync.format.Version;

/// The status after a sync that stopped: its outcome is told until a sync succeeds.
final class StatusAfterFailureTest {
    @TempDir
    Path folder;

    private Shell laptop;

    @BeforeEach
    void connect() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        laptop.done("remote", "set", "folder", remote().toString());
        laptop.project("River");
        laptop.done("sync");
    }

    private Path remote() {
        return folder.resolve("remote");
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    @Test
    void aRemoteThatWasAwayIsToldOfUntilItIsBack() throws IOException {
        move(remote(), folder.resolve("away"));
        assertThat(laptop.run("sync").code()).isEqualTo(4);

        var status = laptop.json("status");
        assertThat(status.text("state")).isEqualTo("offline");
        assertThat(status.json().get("problem").get("cause").asString()).contains(remote().toString());
        assertThat(laptop.done("status").out()).startsWith("offline: ").contains(remote().toString());

        move(folder.resolve("away"), remote());
        laptop.done("sync");
        assertThat(laptop.json("status").text("state")).isEqualTo("up-to-date");
    }

    @Test
    void aRemoteThatWasRolledBackIsToldOf() throws IOException {
        var first = new Version(1).objectName().value();
        Files.delete(remote().resolve("me").resolve(first));
        assertThat(laptop.run("sync").code()).isEqualTo(6);
        assertThat(laptop.json("status").text("state")).isEqualTo("action-needed");
    }

    @Test
    void aBatchThatCannotBeReadIsToldOf() throws IOException {
        var next = new Version(2).objectName().value();
        Files.writeString(remote().resolve("me").resolve(next), "no batch");
        assertThat(laptop.run("sync").code()).isEqualTo(6);
        assertThat(laptop.done("status").out()).startsWith("action needed: ").contains(next);
    }

    @Test
    void anotherPlaceKnowsNothingOfTheFailureAtTheOneBefore() throws IOException {
        move(remote(), folder.resolve("away"));
        assertThat(laptop.run("sync").code()).isEqualTo(4);
        laptop.done("remote", "set", "folder", folder.resolve("other").toString());
        assertThat(laptop.json("status").text("state")).isNotEqualTo("offline");
    }
}
