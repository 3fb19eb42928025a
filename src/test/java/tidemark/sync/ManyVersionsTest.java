package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.conflict.Choice;
import tidemark.conflict.ConflictRow;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.sync.apply.ApplyResult;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.log.RemoteLog;

/// More than two devices that change one place: the conflict holds the version of each, on every device.
final class ManyVersionsTest {
    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private MemoryStore store = new MemoryStore();
    private Copies copies = new Copies(store, clock);
    private int groups;

    @AfterEach
    void close() {
        copies.close();
    }

    /// Devices that hold one project with one note.
    private List<Copy> devices(int count) {
        copies.close();
        store = new MemoryStore();
        copies = new Copies(store, clock);
        groups++;
        for (int i = 0; i < count; i++) {
            copies.make(folder, "g" + groups + "-d" + i);
        }
        var all = copies.all();
        all.getFirst().set("project", "p1", "title", "List");
        all.getFirst().set("note", "n1", "project", "p1", "title", "Shopping", "body", "milk\nbread\n");
        all.forEach(Copy::sync);
        return all;
    }

    private static Set<String> versions(Copy device, String column) {
        var conflicts = device.conflicts();
        assertThat(conflicts).hasSize(1);
        return new ConflictRow(new RecordId("conflict", "x"), conflicts.getFirst())
                .versions().stream()
                        .map(side -> side.value().text(column).orElse(""))
                        .collect(Collectors.toSet());
    }

    private static void allHold(List<Copy> devices, String column, Set<String> versions) {
        for (var device : devices) {
            assertThat(versions(device, column)).isEqualTo(versions);
            Copies.same(devices.getFirst(), device);
            assertThat(device.pending()).isZero();
        }
    }

    private static void syncUntilEqual(List<Copy> devices) {
        for (int i = 0; i < 3; i++) {
            devices.forEach(Copy::sync);
        }
    }

    static Stream<List<Integer>> orders() {
        return Stream.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void threeDevicesThatChangeOneLineLeaveThreeVersionsOnEach(List<Integer> order) {
        var devices = devices(3);
        for (int i = 0; i < 3; i++) {
            devices.get(i).set("note", "n1", "body", "milk\nbread\nfrom " + i + "\n");
        }
        order.forEach(number -> devices.get(number).sync());
        syncUntilEqual(devices);
        allHold(devices, "body", Set.of("milk\nbread\nfrom 0\n", "milk\nbread\nfrom 1\n", "milk\nbread\nfrom 2\n"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void soDoThreeThatChangeOneTitle(List<Integer> order) {
        var devices = devices(3);
        for (int i = 0; i < 3; i++) {
            devices.get(i).set("project", "p1", "title", "List of " + i);
        }
        order.forEach(number -> devices.get(number).sync());
        syncUntilEqual(devices);
        allHold(devices, "title", Set.of("List of 0", "List of 1", "List of 2"));
    }

    @Test
    void fourAndFiveDevicesLeaveAsManyVersionsInWhateverOrderTheySync() {
        for (int count = 4; count <= 5; count++) {
            var random = new Random(count);
            for (int run = 0; run < 2; run++) {
                var devices = devices(count);
                for (int i = 0; i < count; i++) {
                    devices.get(i).set("note", "n1", "body", "milk\nbread\nfrom " + i + "\n");
                    devices.get(i).set("project", "p1", "title", "List of " + i);
                }
                var order = new ArrayList<>(devices);
                order.addAll(devices);
                Collections.shuffle(order, random);
                order.forEach(Copy::sync);
                syncUntilEqual(devices);
                var titles = IntStream.range(0, count).mapToObj(i -> "List of " + i);
                for (var device : devices) {
                    assertThat(all(device, "project", "title")).isEqualTo(titles.collect(Collectors.toSet()));
                    assertThat(all(device, "note", "body")).hasSize(count);
                    titles = IntStream.range(0, count).mapToObj(i -> "List of " + i);
                }
            }
        }
    }

    private static Set<String> all(Copy device, String table, String column) {
        return device.conflicts().stream()
                .filter(row -> row.text("tbl").orElseThrow().equals(table))
                .flatMap(row -> new ConflictRow(new RecordId("conflict", "x"), row).versions().stream())
                .map(side -> side.value().text(column).orElse(""))
                .collect(Collectors.toSet());
    }

    /// Both have the conflict of two others before them, and neither knows of the other's version.
    @Test
    void nothingIsDroppedWhereTwoDevicesJoinOneConflictAtOnce() {
        var devices = devices(4);
        devices.get(0).set("project", "p1", "title", "A");
        devices.get(1).set("project", "p1", "title", "B");
        devices.get(0).sync();
        devices.get(1).sync();
        devices.get(2).set("project", "p1", "title", "C");
        devices.get(3).set("project", "p1", "title", "D");
        pull(devices.get(2));
        pull(devices.get(3));
        assertThat(versions(devices.get(2), "title")).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(versions(devices.get(3), "title")).containsExactlyInAnyOrder("A", "B", "D");
        devices.get(2).sync();
        devices.get(3).sync();
        syncUntilEqual(devices);
        allHold(devices, "title", Set.of("A", "B", "C", "D"));
    }

    @Test
    void tenSavesOnEachOfTwoDevicesMakeTwoVersions() {
        var devices = devices(2);
        for (int save = 0; save < 10; save++) {
            for (int i = 0; i < 2; i++) {
                devices.get(i).set("note", "n1", "body", "milk\nbread\nfrom" + i + "save" + save + "\n");
                if (save % 3 != i) {
                    devices.get(i).sync();
                }
            }
        }
        syncUntilEqual(devices);
        assertThat(versions(devices.getFirst(), "body"))
                .hasSize(2)
                .anyMatch(text -> text.contains("from0"))
                .anyMatch(text -> text.contains("from1"));
        Copies.same(devices.getFirst(), devices.getLast());
    }

    /// The line of one is merged into the other's text; what is kept is what each device wrote.
    @Test
    void aVersionThatWasMergedIntoAnotherIsNoFurtherOne() {
        var devices = devices(3);
        devices.get(0).set("note", "n1", "body", "MILK\nbread\nfrom 0\n");
        devices.get(1).set("note", "n1", "body", "milk\nbread\nfrom 1\n");
        devices.get(2).set("note", "n1", "body", "milk\nbread\nfrom 2\n");
        syncUntilEqual(devices);
        allHold(devices, "body", Set.of("MILK\nbread\nfrom 0\n", "milk\nbread\nfrom 1\n", "milk\nbread\nfrom 2\n"));
    }

    @Test
    void aResolutionInIgnoranceOfAVersionLeavesThatOpen() {
        var devices = devices(3);
        devices.get(0).set("project", "p1", "title", "A");
        devices.get(1).set("project", "p1", "title", "B");
        devices.get(2).set("project", "p1", "title", "C");
        devices.get(0).sync();
        devices.get(1).sync();
        devices.get(0).sync();
        var conflict = devices.get(0).library().conflicts().open().getFirst();
        devices.get(0).library().conflicts().resolve(conflict, new Choice.Mine());
        devices.get(2).sync();
        devices.get(0).sync();
        syncUntilEqual(devices);
        for (var device : devices) {
            assertThat(device.library().conflicts().open()).hasSize(1);
            assertThat(device.conflicts().stream()
                            .filter(row -> row.get("resolution").isEmpty())
                            .flatMap(row -> new ConflictRow(new RecordId("conflict", "x"), row).versions().stream())
                            .map(side -> side.value().text("title").orElse("")))
                    .contains("B", "C");
        }
    }

    /// Applies what the others have sent, and sends nothing.
    private void pull(Copy device) {
        var log = new RemoteLog(store, LibrarySchema.CURRENT.number());
        var applier = new BatchApplier(device.database, () -> device.context().localSide());
        for (var next = device.position().version().next();
                log.read(next) instanceof RemoteLog.Entry.Found found;
                next = next.next()) {
            assertThat(applier.apply(found)).isInstanceOf(ApplyResult.Applied.class);
        }
    }
}
