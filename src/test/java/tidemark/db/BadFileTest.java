package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tidemark.schema.LibrarySchema;

/// Files that are no library, or no longer one: each is named for what it is and left as it was, byte for byte.
final class BadFileTest {
    private static final Database.Settings SETTINGS =
            Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(0));
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("database.sqlite");
    }

    private void makeLibrary() {
        try (var library = Database.open(file, SETTINGS)) {
            library.change(sql -> {
                for (int i = 0; i < 100; i++) {
                    sql.update(
                            "INSERT INTO note (id, body) VALUES (?, ?)",
                            "n" + i,
                            Integer.toString(i).repeat(1000));
                }
            });
        }
    }

    private <T extends DatabaseException> T assertRefused(Class<T> type) throws IOException {
        var before = everything();
        var refusal = catchThrowableOfType(type, () -> Database.open(file, SETTINGS));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problem().toString()).contains(file.toString());
        assertThat(everything()).isEqualTo(before);
        return refusal;
    }

    /// The names of all files, and a hash of their content.
    private Map<String, Integer> everything() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(Path::toString, BadFileTest::content, (a, _) -> a, TreeMap::new));
        }
    }

    private static int content(Path path) {
        try {
            return Arrays.hashCode(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void damage(int from, int length) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int i = from; i < from + length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "SQLite format 3",
                "# A note\n\nthat someone renamed to database.sqlite, long enough to fill a header"
                        + " of one hundred bytes.\n"
            })
    void aFileThatIsNotSqliteIsRefused(String content) throws IOException {
        Files.writeString(file, content);
        assertThat(assertRefused(DatabaseException.Damaged.class).problem().cause())
                .contains("is no SQLite database");
    }

    @Test
    void aHeaderThatIsCutOffIsRefused() throws IOException {
        makeLibrary();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        assertRefused(DatabaseException.Damaged.class);
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        makeLibrary();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 10 * PAGE));
        assertRefused(DatabaseException.Damaged.class);
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectories(file);
        assertThat(assertRefused(DatabaseException.Damaged.class).problem().cause())
                .contains("is not a Tidemark library");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        file = folder.resolve("nowhere/database.sqlite");
        assertThatThrownBy(() -> Database.open(file, SETTINGS))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void anEmptyFileBecomesALibrary() throws IOException {
        Files.createFile(file);
        makeLibrary();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aDatabaseWhoseMakingWasInterruptedBecomesALibrary() throws SQLException {
        try (var foreign = new Foreign(file)) {
            foreign.run("PRAGMA journal_mode = WAL");
        }
        makeLibrary();
        try (var library = Database.open(file, SETTINGS)) {
            var notes =
                    library.read(sql -> sql.number("SELECT count(*) FROM note").orElse(0));
            assertThat(notes).isEqualTo(100L);
            assertThat(library.quickCheck()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void anotherProgramsDatabaseIsRefused(int version) throws Exception {
        try (var foreign = new Foreign(file)) {
            foreign.run("CREATE TABLE moz_places (id INTEGER)", "PRAGMA user_version = " + version);
        }
        assertThat(assertRefused(DatabaseException.Damaged.class).problem().cause())
                .contains("another program");
    }

    @Test
    void anotherProgramsDatabaseIsRefusedWhileItsTablesAreStillInTheLogBesideIt() throws Exception {
        try (var foreign = new Foreign(file)) {
            foreign.run("PRAGMA journal_mode = WAL", "CREATE TABLE moz_places (id INTEGER)");
            assertThatThrownBy(() -> Database.open(file, SETTINGS)).isInstanceOf(DatabaseException.Damaged.class);
            assertThat(foreign.rows("SELECT name FROM sqlite_schema")).containsExactly("moz_places");
        }
    }

    @Test
    void aNewerProgramsLibraryIsRefused() throws Exception {
        makeLibrary();
        try (var foreign = new Foreign(file)) {
            foreign.run("PRAGMA user_version = 99");
        }
        assertThat(assertRefused(DatabaseException.TooNew.class).problem())
                .satisfies(problem -> assertThat(problem.cause()).contains("format is 99"))
                .satisfies(problem -> assertThat(problem.remedy()).contains("Update Tidemark"));
    }

    @Test
    void aNewerProgramsLibraryIsRefusedWhileItsVersionIsStillInTheLogBesideIt() throws Exception {
        makeLibrary();
        try (var foreign = new Foreign(file)) {
            foreign.run("PRAGMA user_version = 99");
            assertThatThrownBy(() -> Database.open(file, SETTINGS)).isInstanceOf(DatabaseException.TooNew.class);
        }
    }

    @Test
    void aDamagedSchemaIsRefused() throws IOException {
        makeLibrary();
        damage(100, PAGE - 100);
        assertThat(assertRefused(DatabaseException.Damaged.class).problem().cause())
                .contains("is damaged");
    }

    @Test
    void aDamagedPageIsFoundAndStopsOnlyWhatNeedsIt() throws IOException {
        makeLibrary();
        damage((int) Files.size(file) - 20 * PAGE, 15 * PAGE);
        try (var library = Database.open(file, SETTINGS)) {
            assertThat(library.quickCheck()).isNotEmpty();
            assertThatThrownBy(() -> library.read(sql -> sql.list("SELECT * FROM note", row -> row.getString("body"))))
                    .isInstanceOf(DatabaseException.Damaged.class)
                    .hasMessageContaining("is damaged");
            assertThatThrownBy(() -> library.change(sql -> sql.run("DELETE FROM note")))
                    .isInstanceOf(DatabaseException.Damaged.class);
            library.change(sql -> sql.run("INSERT INTO label (id) VALUES ('still works')"));
        }
    }

    @Test
    void aFullDiskUndoesTheChangeAndKeepsWhatWasThere() {
        makeLibrary();
        try (var library = Database.open(file, SETTINGS)) {
            library.write(sql -> sql.number("PRAGMA max_page_count = 1"));
            var full = catchThrowableOfType(
                    DatabaseException.Full.class,
                    () -> library.change(sql ->
                            sql.update("UPDATE note SET body = ? WHERE id = 'n1'", "much more ".repeat(10_000))));
            assertThat(full.problem().cause()).contains("is full");
            Optional<String> body = library.read(sql -> sql.text("SELECT body FROM note WHERE id = 'n1'"));
            assertThat(body).contains("1".repeat(1000));
            library.write(sql -> sql.number("PRAGMA max_page_count = 1000000"));
            library.change(sql -> sql.update("UPDATE note SET body = 'after' WHERE id = 'n1'"));
            assertThat(library.quickCheck()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_READONLY, ReadOnly",
        "SQLITE_READONLY_DIRECTORY, ReadOnly",
        "SQLITE_CANTOPEN_ISDIR, ReadOnly",
        "SQLITE_PERM, ReadOnly",
        "SQLITE_FULL, Full",
        "SQLITE_BUSY, Busy",
        "SQLITE_BUSY_SNAPSHOT, Busy",
        "SQLITE_LOCKED, Busy",
        "SQLITE_CORRUPT, Damaged",
        "SQLITE_CORRUPT_INDEX, Damaged",
        "SQLITE_NOTADB, Damaged",
        "SQLITE_IOERR_FSYNC, Failed",
        "SQLITE_CONSTRAINT_UNIQUE, Failed",
        "UNKNOWN_ERROR, Failed"
    })
    void eachErrorOfSqliteIsNamedByWhatThePersonCanDo(SQLiteErrorCode code, String name) {
        var failure = DatabaseException.of(file, new SQLiteException("what SQLite says", code));
        assertThat(failure.getClass().getSimpleName()).isEqualTo(name);
        assertThat(failure.problem().cause()).contains(file.toString());
        assertThat(failure).hasRootCauseMessage("what SQLite says");
    }

    @Test
    void aLibraryThatMayNotBeWrittenIsRefused() throws Exception {
        makeLibrary();
        var before = everything();
        try (var connection = new LibraryDataSource(file).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            assertThatThrownBy(() -> FileCheck.checkWritable(connection, file))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(DatabaseException.of(file, e))
                                    .isInstanceOf(DatabaseException.ReadOnly.class));
        }
        assertThat(everything()).isEqualTo(before);
    }
}
