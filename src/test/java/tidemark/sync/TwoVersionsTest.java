package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.conflict.ConflictRow;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// Devices among the others whose program has schema 1: it knows of two versions in a conflict.
final class TwoVersionsTest {
    private static final Set<String> NEWER = Set.of("all_versions", "created", "modified", "path");
    private static final Schema FIRST = new Schema(
            1,
            1,
            LibrarySchema.CURRENT.tables().stream()
                    .map(table -> new Table(
                            table.name(),
                            table.fields().stream()
                                    .filter(field -> !NEWER.contains(field.name()))
                                    .toList()))
                    .toList());

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final MemoryStore store = new MemoryStore();
    private final List<Copy> all = new ArrayList<>();
    private Copy laptop;
    private Copy desk;

    @BeforeEach
    void begin() {
        laptop = device("laptop", LibrarySchema.CURRENT);
        desk = device("desk", LibrarySchema.CURRENT);
        laptop.set("project", "p1", "title", "List");
        laptop.sync();
    }

    @AfterEach
    void close() {
        all.forEach(Copy::close);
    }

    private Copy device(String name, Schema schema) {
        var copy = new Copy(folder, name, store, clock, new Random(name.hashCode()), schema);
        all.add(copy);
        return copy;
    }

    private void everyoneWritesItsName() {
        all.forEach(Copy::sync);
        all.forEach(device -> device.set("project", "p1", "title", "of " + all.indexOf(device)));
        for (int i = 0; i < 4; i++) {
            all.forEach(Copy::sync);
        }
    }

    private static Set<String> versions(Copy device) {
        return new ConflictRow(new RecordId("conflict", "x"), device.conflicts().getFirst())
                .versions().stream()
                        .map(side -> side.value().text("title").orElse(""))
                        .collect(Collectors.toSet());
    }

    private void theTwoHold(String... versions) {
        for (var device : List.of(laptop, desk)) {
            assertThat(device.conflicts()).hasSize(1);
            assertThat(versions(device)).containsExactlyInAnyOrder(versions);
        }
        assertThat(all).allSatisfy(device -> {
            assertThat(device.pending()).isZero();
            assertThat(device.position()).isEqualTo(laptop.position());
            assertThat(device.recomputedHash()).isEqualTo(laptop.position().state());
        });
    }

    @Test
    void aSetThatItDoesNotKnowGoesThroughItUnchanged() {
        device("tablet", FIRST);
        everyoneWritesItsName();
        theTwoHold("of 0", "of 1", "of 2");
    }

    /// The second old program puts its version in the place of one of the first.
    @Test
    void aVersionThatItReplacesIsKeptByWhoeverAppliesItsBatch() {
        device("tablet", FIRST);
        device("phone", FIRST);
        all.removeAll(List.of(desk));
        all.add(desk);
        everyoneWritesItsName();
        theTwoHold("of 0", "of 1", "of 2", "of 3");
    }
}
