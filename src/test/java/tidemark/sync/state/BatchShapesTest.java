package tidemark.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.Copy;
import tidemark.sync.ReleasedProgram;
import tidemark.sync.SteppedClock;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.Device;

/// Pending rows of every shape, under limits so small that each shape meets them: all of them get through, each in a
/// batch that a reader with the same limits accepts, and so does the reader of 0.1.0.
final class BatchShapesTest {
    private static final BatchLimits SMALL = new BatchLimits(40, 3000, 40_000, 24_000);
    private static final int SEEDS = 2;

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();

    /// A kind of edits, made to rows by number.
    enum Shape {
        TINY_ROWS,
        HUGE_ROWS,
        TEXT_OF_MANY_BYTES,
        MANY_COLUMNS,
        UNKNOWN_FIELDS,
        MEMBERSHIPS,
        EDITS_AND_DELETIONS,
        ODD_ROWS,
        ALL;

        void edit(Sql sql, int i, Random random) throws SQLException {
            switch (this) {
                case TINY_ROWS -> sql.update("INSERT INTO label (id, name) VALUES (?, 'x')", "l" + i);
                case HUGE_ROWS -> note(sql, i, "x".repeat(2000 + random.nextInt(900)));
                case TEXT_OF_MANY_BYTES -> note(sql, i, "\u0001\u5ddd".repeat(random.nextInt(1400)));
                case MANY_COLUMNS -> sql.update("""
                            INSERT INTO conflict (id, tbl, record, field, base, mine, mine_device, mine_at, theirs,
                              theirs_device, theirs_at, rule) VALUES (?, 'project', 'p', 'title', '{}', '{}', 'a', 1,
                              '{}', 'b', 2, 'both')""", "c" + i);
                case UNKNOWN_FIELDS -> unknown(sql, i, random.nextInt(60));
                case MEMBERSHIPS -> {
                    sql.update("INSERT INTO label (id, name) VALUES (?, 'x')", "m" + i);
                    sql.update("INSERT INTO project_label (id, project, label) VALUES (?, 'p', ?)", "m" + i, "m" + i);
                }
                case EDITS_AND_DELETIONS -> editOrDelete(sql, random);
                case ODD_ROWS -> sql.update("INSERT INTO label (id, name) VALUES (?, 'x')", "o".repeat(41) + i);
                case ALL -> {
                    var others = List.copyOf(EnumSet.complementOf(EnumSet.of(ALL)));
                    others.get(random.nextInt(others.size())).edit(sql, i, random);
                }
            }
        }

        private static void note(Sql sql, int i, String body) throws SQLException {
            sql.update("INSERT INTO note (id, project, title, body) VALUES (?, 'p', 'x', ?)", "n" + i, body);
        }

        private static void unknown(Sql sql, int i, int fields) throws SQLException {
            var names = new StringBuilder("{");
            for (int field = 0; field <= fields; field++) {
                names.append(field == 0 ? "" : ",").append("\"f%d\":%d".formatted(field, field));
            }
            sql.update("INSERT INTO label (id, name) VALUES (?, 'x')", "u" + i);
            sql.update(
                    "INSERT INTO parked (tbl, id, fields, aside) VALUES ('label', ?, ?, 0)",
                    "u" + i,
                    names.append('}').toString());
        }

        private static void editOrDelete(Sql sql, Random random) throws SQLException {
            var old = "old" + random.nextInt(200);
            if (random.nextBoolean()) {
                sql.update("UPDATE note SET body = substr(body, 1, 250) || ? WHERE id = ?", random.nextInt(), old);
            } else {
                sql.update("DELETE FROM note WHERE id = ?", old);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsPendingGetsThrough(Shape shape) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (var copy = new Copy(folder, shape + "-" + seed, new MemoryStore(), clock, new Random(seed))) {
                send(copy);
                edit(copy, shape, new Random(seed));
                send(copy);
            }
        }
    }

    /// A project and notes that were sent before, then edits in transactions of different sizes.
    private void edit(Copy copy, Shape shape, Random random) {
        copy.set("project", "p", "title", "x");
        copy.database.change(sql -> {
            for (int i = 0; i < 200; i++) {
                sql.update(
                        "INSERT INTO note (id, project, title, body) VALUES (?, 'p', 'x', ?)",
                        "old" + i,
                        "y".repeat(random.nextInt(500)));
            }
        });
        send(copy);
        for (int i = 0; i < 300; ) {
            var first = i;
            var last = Math.min(300, i + 1 + random.nextInt(random.nextInt(3) == 0 ? 250 : 5));
            copy.database.change(sql -> {
                for (int row = first; row < last; row++) {
                    shape.edit(sql, row, random);
                }
            });
            i = last;
        }
    }

    private void send(Copy copy) {
        var freezer = new Freezer(copy.database, () -> new Device("a", "a"), clock, new Random(2), SMALL);
        var ack = new CommitAck(copy.database);
        for (var frozen = freezer.freeze(12_000); frozen.isPresent(); frozen = freezer.freeze(12_000)) {
            var name = frozen.get().version().objectName();
            var json = BatchFormat.unpacking(name, frozen.get().bytes(), SMALL);
            var changes = BatchReader.readOwn(name, json, SMALL).changes();
            assertThat(changes).isNotEmpty();
            assertThat(ReleasedProgram.changes(name.value(), frozen.get().bytes()))
                    .isEqualTo(changes.size());
            var _ = ack.acknowledge(frozen.get());
        }
        copy.database.change(Origin.SYNC, sql -> {
            var state = new SyncedState(sql, copy.database.schema());
            for (var left : state.pending().all()) {
                assertThat(left.record().id()).startsWith("o".repeat(41));
            }
            assertThat(new SyncedRecords(sql, state).hash())
                    .isEqualTo(new Replica(sql).position().state());
        });
    }
}
