package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.DamagedFile;

/// A test with a laptop, whose library is to be damaged, and a desk that is in sync with it.
abstract class WithDamagedLibrary {
    @TempDir
    Path folder;

    Shell laptop;
    Shell desk;

    @BeforeEach
    final void twoDevices() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var shell : List.of(laptop, desk)) {
            shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
    }

    final Path database() {
        return laptop.library.resolve("database.sqlite");
    }

    final void damage(String what) throws IOException {
        DamagedFile.overwrite(database(), what);
    }

    final String edited() {
        var id = laptop.json("project", "list", "--search", "River")
                .json()
                .findValue("id")
                .asString();
        laptop.done("project", "edit", id, "--title", "Upper river");
        laptop.project("Not sent");
        return id;
    }

    final Path newest() {
        return Backups.all(Backups.folder(database())).stream()
                .map(Backup::file)
                .findFirst()
                .orElseThrow();
    }

    final void forgetAddress() throws IOException {
        Files.delete(laptop.library.resolve("remote.json"));
    }

    /// Nothing at all can be read of the library.
    final void overwriteFirstPage() throws IOException {
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            file.write(new byte[4096]);
        }
    }

    final List<Path> keptDamaged() throws IOException {
        var backups = Backups.folder(database());
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (var files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().startsWith("damaged-"))
                    .toList();
        }
    }

    final void isAsTheDeskHasIt() {
        laptop.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("River");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
    }
}
