package tidemark.sync.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.db.SqliteFile;
import tidemark.fuzz.Target.Outcome;
import tidemark.sync.RealObjects;

/// Checkpoints that are valid SQLite and meant to harm: nothing in them is executed, and what is inconsistent is
/// ignored.
final class HostileCheckpointTest {
    @TempDir
    Path folder;

    private CheckpointTarget reader;
    private Path file;

    @BeforeEach
    void makeCheckpoint() throws Exception {
        var real = RealObjects.of(folder);
        reader = new CheckpointTarget(folder, real);
        file = Files.write(folder.resolve("hostile.sqlite"), real.checkpoint());
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private Outcome readAfter(String... statements) throws Exception {
        SqliteFile.edit(file, sql -> {
            for (var statement : statements) {
                sql.run(statement);
            }
            ForgedCheckpoint.updateChecksum(sql);
            return List.of();
        });
        return reader.tryInput(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE checkpoint; CREATE VIEW checkpoint AS WITH RECURSIVE c (key) AS"
                        + " (SELECT 1 UNION ALL SELECT key + 1 FROM c) SELECT key, key AS value FROM c",
                "DROP TABLE parked; CREATE VIEW parked AS WITH RECURSIVE c (tbl) AS"
                        + " (SELECT 1 UNION ALL SELECT tbl + 1 FROM c) SELECT tbl, tbl AS id, '' AS fields FROM c",
                "CREATE TABLE bomb (n INTEGER PRIMARY KEY, id TEXT CHECK (length(zeroblob(900000000)) > 0));"
                        + "PRAGMA ignore_check_constraints = ON; INSERT INTO bomb VALUES (1, 'a')",
                "CREATE TABLE bomb (n INTEGER PRIMARY KEY, id TEXT,"
                        + " x TEXT generated always as (hex(zeroblob(400000000)))); INSERT INTO bomb VALUES (1, 'a')",
                "CREATE VIRTUAL TABLE bomb USING fts5 (n, id)",
                "UPDATE project SET summary = hex(zeroblob(12000000))",
                "INSERT INTO parked VALUES ('project', 'p9', 'no JSON', 0)",
                "INSERT INTO parked VALUES ('project', 'p9', '{\"a\":[1]}', 0)",
                "UPDATE checkpoint SET value = '99999999999999999999' WHERE key = 'version'",
                "UPDATE checkpoint SET value = replace(value, substr(value, 1, 1), 'e') WHERE key = 'hash'",
                "UPDATE checkpoint SET value = value - 1 WHERE key = 'version'",
                "INSERT INTO checkpoint VALUES ('commit.desk', 'no commit')",
                "UPDATE checkpoint SET value = '-7' WHERE key = 'version'",
                "UPDATE checkpoint SET value = '" + "0" + "' WHERE key = 'stateHash'",
                "UPDATE checkpoint SET value = 'yesterday' WHERE key = 'time'",
                "UPDATE project SET title = 'Not what was written'",
                "DELETE FROM project_label",
                "DROP TABLE label; CREATE TABLE label (n INTEGER PRIMARY KEY, id, name, colour);"
                        + " INSERT INTO label VALUES (1, 'l', x'ff00', NULL)",
                "UPDATE collection SET parent = id",
                "UPDATE file SET project = 'nowhere'"
            })
    void isRefusedAndLeavesTheLibraryAsItWas(String statements) throws Exception {
        assertThat(readAfter(statements.split(";"))).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER evil AFTER INSERT ON project BEGIN DELETE FROM project; END",
                "CREATE VIEW evil AS SELECT load_extension('evil') FROM project",
                "CREATE TABLE evil (x)",
                "CREATE TABLE \"a\"\"; DROP TABLE project; --\" (n INTEGER PRIMARY KEY, id TEXT)",
                "CREATE INDEX evil ON project (abs(length(title)))"
            })
    void isTakenForItsRowsWhateverLiesBesideThem(String statement) throws Exception {
        assertThat(readAfter(statement)).isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "version", "library", "commit.writer", "device", "time"})
    void aWrongBitInAFactIsNoticed(String fact) throws Exception {
        SqliteFile.edit(
                file,
                sql -> sql.update(
                        "UPDATE checkpoint SET value = char(unicode(value) + 1) || substr(value, 2) WHERE key = ?",
                        fact));
        assertThat(reader.tryInput(Files.readAllBytes(file))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void oneThatWasNeverSummedUpIsTaken() throws Exception {
        assertThat(readAfter("DELETE FROM checkpoint WHERE key = 'sum'")).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aPageCountOfFourThousandMillionIsNotBelieved() throws Exception {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(28);
            bytes.writeInt(-2);
        }
        assertThat(reader.tryInput(Files.readAllBytes(file))).isNotNull();
    }

    @Test
    void asItWasWrittenItIsTaken() throws Exception {
        assertThat(readAfter()).isEqualTo(Outcome.ACCEPTED);
    }
}
