package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Table;

/// The declared schema compared with the SQL that makes the tables.
final class DeclarationsTest {
    @TempDir
    static Path folder;

    private static Foreign database;

    @BeforeAll
    static void make() throws SQLException {
        var file = folder.resolve("database.sqlite");
        Database.open(file, Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(0)))
                .close();
        database = new Foreign(file);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    static Stream<Table> tables() {
        return LibrarySchema.CURRENT.tables().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAndTypesAgreeInOrder(Table table) throws SQLException {
        var declared = Stream.concat(
                Stream.of("n|INTEGER", "id|TEXT", "edited|INTEGER"),
                table.columns().stream().map(column -> column.name() + "|" + column.type()));
        assertThat(database.rows("SELECT name, type FROM pragma_table_info('%s') ORDER BY cid".formatted(table.name())))
                .containsExactlyElementsOf(declared.toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everySyncedColumnMayBeNull(Table table) throws SQLException {
        assertThat(database.rows("SELECT name FROM pragma_table_info('%s') WHERE \"notnull\"".formatted(table.name())))
                .containsExactly("id");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void referencesAreForeignKeysThatNeverCascade(Table table) throws SQLException {
        var declared = table.references()
                .map(column -> "%s|%s|id|NO ACTION|NO ACTION"
                        .formatted(column.name(), column.references().orElseThrow()));
        assertThat(database.rows(
                        "SELECT \"from\", \"table\", \"to\", on_update, on_delete FROM pragma_foreign_key_list('%s')"
                                .formatted(table.name())))
                .containsExactlyInAnyOrderElementsOf(declared.toList());
        var sql = database.rows("SELECT sql FROM sqlite_schema WHERE name = '%s'".formatted(table.name()))
                .getFirst();
        assertThat(sql.split("REFERENCES", -1)).hasSameSizeAs(sql.split("DEFERRABLE INITIALLY DEFERRED", -1));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesAreStrictWithNoUniquenessButTheIdAndNoCheck(Table table) throws SQLException {
        assertThat(database.rows("SELECT strict FROM pragma_table_list('%s')".formatted(table.name())))
                .containsExactly("1");
        assertThat(database.rows(
                        "SELECT i.origin, c.name FROM pragma_index_list('%s') AS i, pragma_index_info(i.name) AS c"
                                        .formatted(table.name())
                                + " WHERE i.\"unique\""))
                .containsExactly("u|id");
        assertThat(database.rows("SELECT sql FROM sqlite_schema WHERE name = '%s'".formatted(table.name())))
                .noneMatch(sql -> sql.contains("CHECK"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void parentsAreDeclaredBeforeTheirChildren(Table table) {
        var names = tables().map(Table::name).toList();
        assertThat(table.references()
                        .map(column -> names.indexOf(column.references().orElseThrow())))
                .allMatch(parent -> parent >= 0 && parent <= names.indexOf(table.name()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noColumnStandsInTwoFields(Table table) {
        var names = table.columns().stream().map(column -> column.name()).toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContainAnyElementsOf(List.of("n", "id", "edited"));
    }
}
