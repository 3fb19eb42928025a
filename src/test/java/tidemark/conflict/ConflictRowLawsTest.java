package tidemark.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConcurrentEdits.Subject;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.merge.Cases;
import tidemark.merge.Cases.Three;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The laws of conflict rows: no version of a text is lost in one.
final class ConflictRowLawsTest {
    private static final int BATCH = 500;

    @TempDir
    Path folder;

    /// Two conflicts of one field in succession, the second of which joins the first: the text of each side is in the
    /// conflict whole. Nothing is captured, because nothing is to be sent.
    @Test
    void bothWholeTextsAreInTheConflictRow() {
        var settings = Database.Settings.of(LibrarySchema.CURRENT, InstantSource.fixed(Instant.EPOCH));
        try (var database = Database.open(folder.resolve("database.sqlite"), settings)) {
            var cases = new Cases(11);
            for (int done = 0; done < Cases.count(); done += 2 * BATCH) {
                database.change(sql -> {
                    ChangeCapture.suspended(sql, () -> {
                        for (int i = 0; i < BATCH; i++) {
                            keepTwo(sql, i, cases.next(), cases.next());
                        }
                        sql.update("DELETE FROM conflict");
                        sql.update("DELETE FROM merged");
                    });
                });
            }
        }
    }

    private static void keepTwo(Sql sql, int number, Three first, Three second) throws SQLException {
        var conflicts = new ConflictRows(sql, new Rows(sql, LibrarySchema.CURRENT));
        var kept = conflicts.keep(number, concurrentEdits(number, first), row(first.mine()));
        if (!text(kept.base()).equals(first.base())
                || !text(kept.mine()).equals(first.mine())
                || !text(kept.theirs()).equals(first.theirs())) {
            assertThat(kept).as("%s", first).isNull();
        }
        var joined = conflicts.keep(number, concurrentEdits(number, second), row(second.mine()));
        var isReplaced = first.theirs().equals(second.base());
        if (!joined.id().equals(kept.id())
                || !text(joined.base()).equals(first.base())
                || !text(joined.mine()).equals(second.mine())
                || !text(joined.theirs()).equals(second.theirs())
                || !versions(joined).containsAll(List.of(second.mine(), second.theirs()))
                || !(isReplaced || versions(joined).contains(first.theirs()))) {
            assertThat(joined).as("%s, %s", first, second).isNull();
        }
    }

    private static ConcurrentEdits concurrentEdits(int number, Three three) {
        var record = new RecordId("note", "n" + number);
        return new ConcurrentEdits(
                new Subject(record, LibrarySchema.NOTE.field("body")),
                row(three.base()),
                new Side(row(three.mine()), new Author("1", "laptop", 1)),
                new Side(row(three.theirs()), new Author("2", "desk", 2)),
                Rule.TEXT);
    }

    private static Row row(String text) {
        return Row.EMPTY.with("body", Optional.of(Value.of(text)));
    }

    private static List<String> versions(ConflictRow conflict) {
        return conflict.versions().stream().map(side -> text(side.value())).toList();
    }

    private static String text(Row row) {
        return row.text("body").orElse("");
    }
}
