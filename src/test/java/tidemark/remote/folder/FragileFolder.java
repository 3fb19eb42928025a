package tidemark.remote.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// A folder as the remote, on a disk whose power may fail: names that were not synced are then as they were before.
public final class FragileFolder implements RemoteStore {
    private final FolderStore store;
    private final FragileDisk disk;

    private FragileFolder(FolderStore store, FragileDisk disk) {
        this.store = store;
        this.disk = disk;
    }

    /// Makes the folder and opens it.
    public static FragileFolder make(Path root, InstantSource clock, RandomGenerator random) {
        return make(root, clock, random, new SystemDisk());
    }

    static FragileFolder make(Path root, InstantSource clock, RandomGenerator random, Disk sound) {
        FolderStore.setUp(root, random, sound);
        var disk = new FragileDisk(sound);
        return new FragileFolder(new FolderStore(root, clock, random, disk), disk);
    }

    /// Loses the power: every change that was not synced is undone.
    public void losePower() {
        disk.losePower();
    }

    /// Makes the next write stop half-way, and its process with it.
    public void tearNextWrite(Supplier<? extends Error> death) {
        disk.death = Optional.of(death);
    }

    /// Makes the next sync of a file do nothing, as if the power failed before it.
    void forgetSyncs() {
        disk.forgets = true;
    }

    /// Makes writes whole again.
    public void writeWhole() {
        disk.death = Optional.empty();
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        return store.get(name, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return store.get(name, to, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        return store.get(name, from, to, limit);
    }

    @Override
    public boolean takesParts() {
        return store.takesParts();
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        return store.partUpload(name, size, token);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return store.head(name);
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        store.put(name, body, metadata);
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        return store.create(name, body, metadata);
    }

    @Override
    public boolean createsAtomically() {
        return true;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return store.list(prefix, after, max);
    }

    @Override
    public void delete(ObjectName name) {
        store.delete(name);
    }

    @Override
    public String describe() {
        return store.describe();
    }

    @Override
    public void close() {
        store.close();
    }

    /// A disk that remembers how to undo each change of a name until it is synced.
    private static final class FragileDisk implements Disk {
        /// A change of names in a folder that is not synced yet, and its undoing.
        private record Unsafe(Path folder, Undo undo) {}

        private interface Undo {
            void run() throws IOException;
        }

        private final Disk disk;
        private final List<Unsafe> changes = new ArrayList<>();
        private final Map<Path, Long> unsynced = new HashMap<>();
        private boolean forgets;
        private Optional<Supplier<? extends Error>> death = Optional.empty();

        FragileDisk(Disk disk) {
            this.disk = disk;
        }

        void losePower() {
            unsynced.forEach(FragileDisk::dropBytes);
            unsynced.clear();
            for (var change : changes.reversed()) {
                try {
                    change.undo().run();
                } catch (NoSuchFileException _) {
                    // its folder is gone, too
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            changes.clear();
        }

        /// Drops the bytes of a file behind those that are durable: all, while its name may be durable all
        /// the same, or those that were added, while its length may be.
        private static void dropBytes(Path file, long kept) {
            try {
                if (Files.exists(file) && kept == 0) {
                    Files.write(file, new byte[0]);
                } else if (Files.exists(file)) {
                    var bytes = Files.readAllBytes(file);
                    java.util.Arrays.fill(bytes, (int) kept, bytes.length, (byte) 0);
                    Files.write(file, bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void changed(Path path, Undo undo) {
            changes.add(new Unsafe(Tree.folderOf(path), undo));
        }

        @Override
        public void write(Path file, Body body) throws IOException {
            if (death.isPresent()) {
                var bytes = Transfer.bytes(body);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                throw death.get().get();
            }
            disk.write(file, body);
            unsynced.put(file, 0L);
            changed(file, () -> Files.deleteIfExists(file));
        }

        @Override
        public void writeAfter(Path file, long kept, Body body) throws IOException {
            disk.writeAfter(file, kept, body);
            unsynced.put(file, kept);
        }

        @Override
        public void sync(Path file) throws IOException {
            disk.sync(file);
            if (!forgets) {
                unsynced.remove(file);
            }
            forgets = false;
        }

        @Override
        public void link(Path name, Path existing) throws IOException {
            disk.link(name, existing);
            if (unsynced.containsKey(existing)) {
                unsynced.put(name, unsynced.get(existing));
            }
            changed(name, () -> Files.deleteIfExists(name));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            var replaced = Files.isRegularFile(to) ? Optional.of(Files.readAllBytes(to)) : Optional.<byte[]>empty();
            disk.rename(from, to);
            var kept = unsynced.remove(from);
            if (kept != null) {
                unsynced.put(to, kept);
            }
            changed(to, () -> {
                if (Files.exists(to)) {
                    Files.move(to, from);
                }
                if (replaced.isPresent()) {
                    Files.write(to, replaced.get());
                }
            });
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
            disk.makeFolder(folder);
            changed(folder, () -> {
                try (var inside = Files.walk(folder)) {
                    for (var path :
                            inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            });
        }

        @Override
        public void delete(Path path) throws IOException {
            var bytes = Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.<byte[]>empty();
            disk.delete(path);
            changed(path, () -> {
                if (bytes.isPresent()) {
                    Files.write(path, bytes.get());
                } else {
                    Files.createDirectory(path);
                }
            });
        }

        @Override
        public void force(Path path) throws IOException {
            disk.force(path);
            changes.removeIf(change -> change.folder().equals(Tree.folderOf(path)));
        }
    }
}
