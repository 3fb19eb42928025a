package tidemark.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;

/// The objects that a device in use for a while has put on a remote.
///
/// @param versions how many batches there are
public record RealObjects(MemoryStore store, long versions) {
    private static final String TEXT = "# River\n\n- [ ] bottles\n- [x] permit\n\nWater samples, upper reach.\n";

    /// Makes them with a library in this folder.
    public static RealObjects of(Path folder) {
        var store = new MemoryStore();
        var clock = new SteppedClock();
        try (var writer = new Copy(folder, "writer", store, clock, new Random(3))) {
            var library = writer.library();
            var project = library.projects().create(ProjectDetails.EMPTY.withTitle("Field survey"));
            var note = library.notes().create(project.id(), new NoteText("Bottles", TEXT.repeat(40)));
            library.labels().add(project.id(), "river");
            writer.sync();
            library.notes().save(note, new NoteText("Bottles", TEXT.repeat(20) + "One more.\n" + TEXT.repeat(20)));
            writer.set("file", "f1", "project", project.id().text(), "name", "map.png");
            writer.sync();
            library.trash().put(List.of(note.id()));
            writer.sync();
            library.trash().empty();
            writer.set("collection", "c2", "name", "Home");
            writer.set("collection", "c1", "name", "Work", "parent", "c2");
            clock.advance(Duration.ofMinutes(2));
            writer.sync();
            return new RealObjects(store, writer.position().version().number());
        }
    }

    private byte[] bytes(ObjectName name) {
        return store.get(name, 1 << 30).orElseThrow().bytes();
    }

    byte[] batch(long version) {
        return bytes(new Version(version).objectName());
    }

    List<byte[]> batches() {
        return LongStream.rangeClosed(1, versions).mapToObj(this::batch).toList();
    }

    List<byte[]> json() {
        return batches().stream()
                .map(batch -> BatchFormat.unzipped(Layout.LIBRARY, batch))
                .toList();
    }

    byte[] manifest() {
        return bytes(Layout.LIBRARY);
    }

    byte[] hint() {
        return bytes(Layout.VERSION);
    }

    /// The bytes of the checkpoint.
    public byte[] checkpoint() {
        return bytes(Layout.CHECKPOINT);
    }

    /// A store with the manifest and the batches up to this version.
    public RemoteStore upTo(long version) {
        var part = SyncTargets.holding(Layout.LIBRARY, manifest());
        putBatches(part, 1, version);
        return part;
    }

    /// Adds the batches after this version.
    public void complete(RemoteStore part, long version) {
        putBatches(part, version + 1, versions);
    }

    private void putBatches(RemoteStore part, long first, long last) {
        for (var i = first; i <= last; i++) {
            part.put(new Version(i).objectName(), Body.of(batch(i)), Metadata.NONE);
        }
    }
}
