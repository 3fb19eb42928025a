package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of people whose remote lacks a batch.
final class MissingBatchCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell phone;

    /// The laptop has sent four batches, of which the second is gone.
    @BeforeEach
    void aMissingBatch() throws IOException {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        phone = Shell.withLibrary(folder.resolve("phone"));
        laptop.done("remote", "set", "folder", folder.resolve("remote").toString());
        for (int i = 1; i <= 4; i++) {
            laptop.project("Title " + i);
            laptop.done("sync");
        }
        Files.delete(folder.resolve("remote/me/changes/000000000/002.json.gz"));
        phone.done("remote", "set", "folder", folder.resolve("remote").toString());
    }

    @Test
    void aNewDeviceSaysWhatIsMissingAndItsStatusSaysSoLater() {
        var answer = phone.run("sync");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("Version 2 is missing on the remote", "tidemark verify --remote --fix");
        assertThat(phone.run("status").out()).startsWith("action needed: Version 2 is missing");
    }

    @Test
    void afterTheLaptopHasPutItBackTheNewDeviceGoesOn() {
        phone.project("On the way");
        assertThat(phone.run("sync").code()).isEqualTo(6);
        laptop.done("verify", "--remote", "--fix");
        phone.done("sync");
        laptop.done("sync");
        assertThat(phone.done("project", "list").out()).contains("Title 1", "Title 2", "Title 3", "Title 4");
        assertThat(phone.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
    }
}
