package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/// The rebuilding of a library of whose file nothing can be read, or which is gone: the address of its remote
/// is beside it.
final class RebuildWithoutDatabaseTest extends WithDamagedLibrary {
    @Test
    void aFileThatIsNoDatabaseIsRebuiltWithTheSettingsOfTheNewestBackup() throws IOException {
        laptop.done("backup");
        Files.writeString(database(), "nothing of it is left");
        assertThat(laptop.run("project", "list").code()).isEqualTo(6);
        assertThat(laptop.done("rebuild").out()).contains("Rebuilt from the folder", "0 records");
        assertThat(laptop.done("project", "list").out()).contains("River");
        laptop.done("sync");
    }

    @Test
    void withNeitherRemoteNorBackupNothingIsPromisedButWhatWouldHelp() throws IOException {
        Files.writeString(database(), "nothing of it is left");
        forgetAddress();
        var answer = laptop.run("rebuild");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("it has no sound backup", "--folder, --webdav or --s3", "--from");
        assertThat(database()).hasContent("nothing of it is left");
        assertThat(keptDamaged()).isEmpty();
        laptop.done("rebuild", "--folder", folder.resolve("remote").toString());
        isAsTheDeskHasIt();
    }

    @Test
    void withoutItsFirstPageItIsRebuiltFromTheAddressBesideIt() throws IOException {
        overwriteFirstPage();
        assertThat(laptop.run("status").code()).isEqualTo(6);
        assertThat(laptop.done("rebuild").out()).contains("Rebuilt from the folder", "0 records");
        isAsTheDeskHasIt();
    }

    @Test
    void withoutAnyFileItIsRebuiltFromTheAddress() throws IOException {
        Files.delete(database());
        var answer = laptop.run("status");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("is missing or empty", "tidemark rebuild");
        assertThat(laptop.run("init").code()).isEqualTo(6);
        assertThat(database()).doesNotExist();
        assertThat(laptop.done("rebuild").out()).contains("Rebuilt from the folder");
        assertThat(keptDamaged()).isEmpty();
        isAsTheDeskHasIt();
    }

    @Test
    void anEmptyFileIsNotTakenForANewLibrary() throws IOException {
        Files.write(database(), new byte[0]);
        assertThat(laptop.run("project", "list").code()).isEqualTo(6);
        assertThat(database()).isEmptyFile();
        laptop.done("rebuild");
        isAsTheDeskHasIt();
    }

    @Test
    void theAddressIsItsOwnersAloneAndGoesWithTheRemote() throws IOException {
        var file = laptop.library.resolve("remote.json");
        assertThat(Files.readString(file)).contains("\"folder\"", "\"user\" : \"me\"");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        laptop.done("remote", "unset");
        assertThat(file).doesNotExist();
    }
}
