package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Rows of records, inserted, updated, found and deleted.
final class RowsTest {
    private static final long TIME = 1_700_000_000_000L;
    private static final RecordId PROJECT = new RecordId("project", "p1");
    private static final Row VALUES = Row.of(
            Map.of("title", Value.of("Field survey"), "starred", Value.of(1), "trashed_at", Value.of(Long.MAX_VALUE)));

    @TempDir
    Path folder;

    private Database db;

    @BeforeEach
    void open() {
        db = Database.open(
                folder.resolve("database.sqlite"),
                Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(TIME)));
        change(rows -> rows.insert(PROJECT, VALUES));
    }

    @AfterEach
    void close() {
        db.close();
    }

    /// A change by way of rows.
    @FunctionalInterface
    private interface Change {
        void to(Rows rows) throws java.sql.SQLException;
    }

    private void change(Change change) {
        db.change(sql -> change.to(new Rows(sql, db.schema())));
    }

    private Optional<Row> found() {
        return db.read(sql -> new Rows(sql, db.schema()).find(PROJECT));
    }

    @Test
    void aRowIsFoundAsItWasMadeAndOthersAreNot() {
        assertThat(found()).contains(VALUES);
        Optional<Row> other = db.read(sql -> new Rows(sql, db.schema()).find(new RecordId("project", "p2")));
        assertThat(other).isEmpty();
    }

    @Test
    void anUpdateTouchesOnlyTheColumnsItNames() {
        change(rows -> rows.update(
                PROJECT,
                List.of("title", "starred", "from a newer program"),
                Row.of(Map.of("title", Value.of("Renamed"), "status", Value.of("ignored")))));
        assertThat(found())
                .contains(Row.of(Map.of("title", Value.of("Renamed"), "trashed_at", Value.of(Long.MAX_VALUE))));
    }

    @Test
    void anUpdateOfNoKnownColumnIsNothing() {
        change(rows -> rows.update(PROJECT, List.of("from a newer program"), Row.EMPTY));
        assertThat(found()).contains(VALUES);
    }

    @Test
    void aRowThatIsRemovedIsGone() {
        change(rows -> rows.delete(PROJECT));
        assertThat(found()).isEmpty();
    }

    @Test
    void aNewRowIsEditedNowUntilSomethingElseIsSaid() {
        assertThat(edited()).isEqualTo(TIME);
        change(rows -> rows.edited(PROJECT, 5));
        assertThat(edited()).isEqualTo(5);
    }

    private long edited() {
        return db.read(sql -> new Rows(sql, db.schema()).edited(PROJECT));
    }
}
