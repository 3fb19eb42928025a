package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command `verify` on sound and damaged libraries.
final class VerifyCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("laptop"));
        shell.done("init", "--sample");
        shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        shell.done("sync");
        shell.done("project", "list", "--search", "river");
    }

    private void spoil(String sql) {
        shell.onOpen(app -> app.database().write(work -> {
            work.run("PRAGMA defer_foreign_keys = ON");
            return work.update(sql);
        }));
    }

    @Test
    void aSoundLibraryIsSaidToBeSound() {
        assertThat(shell.done("verify").out())
                .isEqualTo("database: sound\nsearch index: sound\nsynced state: sound\nwaiting changes: sound\n");
        assertThat(shell.json("verify").json().get("sound").asBoolean()).isTrue();
        shell.project("not sent, not indexed yet: ½ – “quoted” 川");
        shell.done("project", "list");
        assertThat(shell.json("verify").json().get("sound").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM project_text WHERE rowid = 1 | project: 1 rows are missing from the search index.",
                "INSERT INTO note_text (rowid, title) VALUES (9999, 'ghost')"
                        + " | note: 1 rows are in the search index and nowhere else.",
                "UPDATE project_text SET title = 'stale', summary = 'stale' WHERE rowid = 1"
                        + " | its title is not found by its own words",
                "UPDATE local SET value = '00000000000000000000000000000001' WHERE key = 'stateHash'"
                        + " | but 00000000000000000000000000000001 was kept"
            })
    void whatIsWrongIsNamed(String damage, String finding) {
        spoil(damage);
        var answer = shell.run("verify");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.out()).contains(finding);
        assertThat(shell.run("verify", "--json").json().get("sound").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM project_text WHERE rowid = 1",
                "UPDATE local SET value = '00000000000000000000000000000001' WHERE key = 'stateHash'"
            })
    void whatFollowsFromTheRowsIsMadeAnew(String damage) {
        tidemark.db.SqliteFile.edit(shell.library.resolve("database.sqlite"), sql -> sql.update(damage));
        assertThat(shell.run("verify").code()).isEqualTo(6);
        shell.done("verify", "--fix");
        shell.done("verify");
    }

    @Test
    void theRemoteIsCheckedAndMended() throws IOException {
        shell.done("verify", "--remote");
        var checkpoint = folder.resolve("remote/me/database.sqlite");
        Files.writeString(checkpoint, "spoilt");
        var answer = shell.run("verify", "--remote");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.out()).contains("database.sqlite is damaged");
        shell.done("verify", "--remote", "--fix");
        shell.done("verify", "--remote");
    }

    @Test
    void devicesAreCompared() {
        assertThat(shell.done("devices").out()).contains("No other device");
        var desk = Shell.withLibrary(folder.resolve("desk"));
        desk.done("remote", "set", "folder", folder.resolve("remote").toString());
        desk.done("sync");
        assertThat(desk.done("devices").out()).startsWith("Identical to ").contains(" as of version 1");
        assertThat(desk.json("devices")
                        .json()
                        .get("devices")
                        .get(0)
                        .get("compared")
                        .asString())
                .isEqualTo("identical");
    }

    @Test
    void aRowThatNamesAnotherWhichIsNotThereIsNamed() {
        tidemark.db.SqliteFile.edit(
                shell.library.resolve("database.sqlite"),
                sql -> sql.update("UPDATE note SET project = 'nowhere' WHERE n = 1"));
        var answer = shell.run("verify");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.out()).contains("Row 1 of note names a project that is not there.");
    }
}
