package tidemark.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConcurrentEdits.Subject;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The versions that a conflict row keeps, and what it does with bytes that are none.
final class KeptVersionsTest {
    private static final int MIB = 1 << 20;
    private static final RecordId NOTE = new RecordId("note", "n1");
    private static final RecordId CONFLICT = new RecordId("conflict", "c1");

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        var settings = Database.Settings.of(LibrarySchema.CURRENT, InstantSource.fixed(Instant.EPOCH));
        database = Database.open(folder.resolve("database.sqlite"), settings);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static ConflictRow keep(Sql sql, String base, Side mine, Side theirs) throws SQLException {
        var edits = new ConcurrentEdits(
                new Subject(NOTE, LibrarySchema.NOTE.field("body")), body(base), mine, theirs, Rule.TEXT);
        return new ConflictRows(sql, new Rows(sql, LibrarySchema.CURRENT)).keep(1, edits, mine.value());
    }

    private static Side side(int device, String text) {
        return new Side(body(text), new Author("id" + device, "vm", device));
    }

    private static Row body(String text) {
        return Row.EMPTY.with("body", Optional.of(Value.of(text)));
    }

    private static List<String> texts(ConflictRow conflict) {
        return conflict.versions().stream()
                .map(side -> side.value().text("body").orElse(""))
                .toList();
    }

    /// A batch holds the row before a change and after it, and no more than 8 MiB of both.
    @Test
    void tenVersionsOfALongTextStayUnderTheLimitOfARow() {
        var base = "A line of some forty characters, or so.\n".repeat(MIB / 40);
        var kept = database.write(sql -> {
            var row = keep(sql, base, side(0, base + "from 0"), side(1, "from 1\n" + base + "from 1"));
            for (int i = 2; i < 10; i++) {
                row = keep(sql, base, side(i, base + "from " + i), side(1, "from 1\n" + base + "from 1"));
            }
            return row;
        });
        assertThat(texts(kept)).hasSize(10).allSatisfy(text -> assertThat(text).hasSizeGreaterThan(MIB - 40));
        var characters = kept.row().values().values().stream()
                .mapToInt(value -> value.toString().length())
                .sum();
        assertThat(characters).isLessThan(4 * MIB);
    }

    /// Texts with nothing in common cannot be kept as patches. What one row cannot hold is a conflict of its own.
    @Test
    void whatDoesNotFitInOneRowIsKeptInAnother() {
        var kept = database.write(sql -> {
            for (int i = 1; i < 5; i++) {
                keep(
                        sql,
                        "base",
                        side(0, "a".repeat(MIB)),
                        side(i, Integer.toString(i).repeat(MIB)));
            }
            return new ConflictRows(sql, new Rows(sql, LibrarySchema.CURRENT)).ofRecord(NOTE);
        });
        assertThat(kept.stream().flatMap(row -> texts(row).stream()).distinct()).hasSize(5);
    }

    @Test
    void devicesOfOneNameAreToldApart() {
        var kept = database.write(sql -> {
            keep(sql, "a", side(1, "b"), side(2, "c"));
            return keep(sql, "a", side(1, "d"), side(3, "e"));
        });
        assertThat(kept.versions())
                .extracting(
                        side -> side.author().id() + side.value().text("body").orElse(""))
                .containsExactly("id1d", "id2c", "id3e");
    }

    private static ConflictRow withSet(String set) {
        return new ConflictRow(
                CONFLICT,
                Row.EMPTY
                        .with("base", Optional.of(Value.of("{\"body\":\"a\"}")))
                        .with("mine", Optional.of(Value.of("{\"body\":\"b\"}")))
                        .with("theirs", Optional.of(Value.of("{\"body\":\"c\"}")))
                        .with("all_versions", Optional.of(Value.of(set))));
    }

    @Test
    void linesThatAreNoVersionsAreCountedAndHideNothing() {
        var lines = List.of(
                "no JSON",
                "[]",
                "{",
                "{\"at\":1e999,\"value\":{}}",
                "{\"at\":99999999999999999999}",
                "{\"value\":[]}",
                "{\"value\":{},\"patch\":{\"body\":[[9,\"x\",\"y\"]]}}",
                "{\"value\":{},\"base\":\"wrong\",\"patch\":{\"body\":[[0,\"a\",\"y\"]]}}",
                "{\"patch\":3}",
                "[".repeat(5000));
        var conflict = withSet(String.join("\n", lines));
        assertThat(texts(conflict)).containsExactlyInAnyOrder("b", "c");
        assertThat(conflict.unreadableVersions()).isEqualTo(lines.size());
    }

    @Test
    void thousandsOfVersionsAreNotAllRead() {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"at\":")
                    .append(i)
                    .append(",\"value\":{\"body\":\"")
                    .append(i)
                    .append("\"}}\n");
        }
        var conflict = withSet(lines.toString());
        assertThat(texts(conflict)).hasSizeLessThan(300).contains("b", "c");
        assertThat(conflict.unreadableVersions()).isGreaterThan(19_000);
    }

    /// A newer program may write more about a version.
    @Test
    void aLineStaysAsItIsWhenTheSetIsWrittenAgain() {
        var line = "{\"at\":7,\"device\":\"x\",\"mood\":\"good\",\"name\":\"X\",\"value\":{\"body\":\"z\"}}";
        var set = withSet(line).versionSet();
        assertThat(set.column().orElseThrow().toString()).contains(line);
        assertThat(set.sides()).extracting(side -> side.author().name()).contains("X");
    }
}
