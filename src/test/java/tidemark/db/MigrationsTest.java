package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.MergeKind;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// The migrations of a library from each older schema.
final class MigrationsTest {
    private static final String ADDS_A_COLUMN = "ALTER TABLE label ADD COLUMN icon TEXT;\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("database.sqlite");
    }

    private Database open(Migrations migrations, Schema schema) {
        return Database.open(file, new Database.Settings(schema, migrations, () -> Instant.ofEpochMilli(0), () -> {}));
    }

    private List<String> rows(Path database, String query) throws SQLException {
        try (var foreign = new Foreign(database)) {
            return foreign.rows(query);
        }
    }

    /// The format of this program, or one so many steps after it.
    private static String format(int later) {
        return Integer.toString(Migrations.CURRENT.newest() + later);
    }

    private void makeLibrary() {
        try (var library = open(Migrations.CURRENT, LibrarySchema.CURRENT)) {
            library.change(sql -> sql.run("INSERT INTO label (id, name) VALUES ('l1', 'river')"));
        }
    }

    private static Schema withIcons() {
        var tables = new ArrayList<>(LibrarySchema.CURRENT.tables());
        var fields = new ArrayList<>(LibrarySchema.LABEL.fields());
        fields.add(Field.of(MergeKind.VALUE, Column.text("icon")));
        tables.replaceAll(table -> table.name().equals("label") ? new Table("label", fields) : table);
        return new Schema(LibrarySchema.CURRENT.number() + 1, 1, tables);
    }

    @Test
    void anEmptyFileGetsTheProgramsFormatAndName() throws SQLException {
        open(Migrations.CURRENT, LibrarySchema.CURRENT).close();
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(format(0));
        assertThat(rows(file, "PRAGMA application_id")).containsExactly(Integer.toString(Migrations.APPLICATION));
        assertThat(rows(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(rows(file, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'capture%'"))
                .containsExactly(
                        Integer.toString(4 * LibrarySchema.CURRENT.tables().size()));
        assertThat(folder.resolve("backups")).as("nothing to keep yet").doesNotExist();
    }

    @Test
    void openingAgainRunsNothing() throws SQLException {
        makeLibrary();
        var before = rows(file, "PRAGMA schema_version");
        open(Migrations.CURRENT, LibrarySchema.CURRENT).close();
        assertThat(rows(file, "PRAGMA schema_version")).isEqualTo(before);
    }

    @Test
    void aLibraryIsCopiedWholeBeforeAStep() throws Exception {
        makeLibrary();
        open(Migrations.CURRENT.then(ADDS_A_COLUMN), withIcons()).close();
        var copy = folder.resolve("backups/before-format-%s.sqlite".formatted(format(1)));
        assertThat(rows(copy, "PRAGMA user_version")).containsExactly(format(0));
        assertThat(rows(copy, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(rows(copy, "SELECT id, name FROM label")).containsExactly("l1|river");
        file = copy;
        try (var old = open(Migrations.CURRENT, LibrarySchema.CURRENT)) {
            assertThat(old.quickCheck()).isEmpty();
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            assertThat(files).containsExactly(copy);
        }
    }

    @Test
    void theTriggersCaptureAColumnThatAStepAdded() throws SQLException {
        makeLibrary();
        try (var library = open(Migrations.CURRENT.then(ADDS_A_COLUMN), withIcons())) {
            library.change(sql -> sql.run("DELETE FROM pending"));
            library.change(sql -> sql.run("UPDATE label SET icon = 'star' WHERE id = 'l1'"));
            library.change(sql -> sql.run("UPDATE label SET icon = 'moon' WHERE id = 'l1'"));
        }
        assertThat(rows(file, "SELECT base FROM pending"))
                .containsExactly("{\"name\":\"river\",\"colour\":null,\"icon\":null}");
        assertThat(rows(file, "SELECT name, icon FROM label")).containsExactly("river|moon");
    }

    @Test
    void severalStepsRunInOrderEachWithItsCopy() throws SQLException {
        makeLibrary();
        var three = Migrations.CURRENT
                .then("CREATE TABLE first_local (x TEXT) STRICT;\n")
                .then("INSERT INTO first_local VALUES ('second step');\n" + ADDS_A_COLUMN);
        open(three, withIcons()).close();
        assertThat(rows(file, "SELECT x FROM first_local")).containsExactly("second step");
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(format(2));
        assertThat(rows(
                        folder.resolve("backups/before-format-%s.sqlite".formatted(format(2))),
                        "SELECT count(*) FROM first_local"))
                .containsExactly("0");
    }

    @Test
    void aStepThatFailsIsUndoneWholeAndNamesItself() throws Exception {
        makeLibrary();
        var before = rows(file, "SELECT name, sql FROM sqlite_schema ORDER BY 1");
        var failing = Migrations.CURRENT.then("""
                ALTER TABLE label ADD COLUMN icon TEXT;
                DELETE FROM label;
                INSERT INTO nowhere VALUES (1);
                """);
        assertThatThrownBy(() -> open(failing, withIcons()))
                .isInstanceOf(DatabaseException.Failed.class)
                .hasMessageContaining("could not be brought to format " + format(1))
                .hasMessageContaining("no such table: nowhere");
        assertThat(rows(file, "SELECT name, sql FROM sqlite_schema ORDER BY 1")).isEqualTo(before);
        assertThat(rows(file, "SELECT id FROM label")).containsExactly("l1");
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(format(0));
        makeSureItStillOpens();
        open(Migrations.CURRENT.then(ADDS_A_COLUMN), withIcons()).close();
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(format(1));
    }

    private void makeSureItStillOpens() {
        try (var library = open(Migrations.CURRENT, LibrarySchema.CURRENT)) {
            assertThat(library.quickCheck()).isEmpty();
        }
    }

    @Test
    void withoutACopyNoStepIsRun() throws Exception {
        makeLibrary();
        Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        assertThatThrownBy(() -> open(Migrations.CURRENT.then(ADDS_A_COLUMN), withIcons()))
                .isInstanceOf(DatabaseException.Failed.class)
                .hasMessageContaining("no copy could be made in");
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(format(0));
    }
}
