package tidemark.remote.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// A folder as the remote: each object is a file whose path below the root is its name.
///
/// Metadata is not kept. A name and the names below it (`a`, `a/b`) cannot both exist, and on file systems that ignore
/// case neither can names that differ in case only.
public final class FolderStore implements RemoteStore {
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final InstantSource clock;
    private final Disk disk;
    private final StoreMarker marker;
    private final Staging staging;
    private final PartFiles partFiles;
    private final Tree tree;
    private final FolderProblems problems;
    private volatile Optional<ObjectWriter> writer = Optional.empty();

    /// A store on another kind of disk, for tests.
    FolderStore(Path root, InstantSource clock, RandomGenerator random, Disk disk) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.disk = disk;
        this.marker = new StoreMarker(this.root);
        this.staging = new Staging(marker.unfinished(), disk, random);
        this.partFiles = new PartFiles(marker.partFiles(), disk, random);
        this.tree = new Tree(this.root, disk);
        this.problems = new FolderProblems(this.root);
    }

    /// The store in a folder that was set up before.
    ///
    /// The disk is not accessed yet, so this also works while it is unplugged: each request then fails until it is
    /// back. The first request that finds the folder also removes what crashed writers left there.
    public static FolderStore open(Path root, InstantSource clock, RandomGenerator random) {
        return new FolderStore(root, clock, random, new SystemDisk());
    }

    /// Creates `root` and the marker of a remote in it; one that is set up already stays as it is.
    ///
    /// @throws RemoteException.Denied when the folder is not fit for this, or may not be written
    public static void setUp(Path root, RandomGenerator random) {
        setUp(root, random, new SystemDisk());
    }

    /// Requires that the folder of a remote is there, with its marker.
    ///
    /// @throws RemoteException.Unavailable when it is not
    public static void requireThere(Path root) {
        var folder = root.toAbsolutePath().normalize();
        try {
            new StoreMarker(folder).requirePresent();
        } catch (IOException e) {
            throw new FolderProblems(folder).reading(e);
        }
    }

    static void setUp(Path root, RandomGenerator random, Disk disk) {
        var folder = root.toAbsolutePath().normalize();
        refuseIfUnfit(folder);
        try {
            Files.createDirectories(folder);
            new StoreMarker(folder).setUp(disk, random);
        } catch (IOException e) {
            throw new FolderProblems(folder).settingUp(e);
        }
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        var bytes = new ByteArrayOutputStream();
        return get(name, bytes, limit).map(info -> new RemoteObject(info, bytes.toByteArray()));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return get(name, 0, to, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        if (from < 0) {
            throw new IllegalArgumentException("no byte has the number " + from);
        }
        return read(() -> {
            var file = tree.find(name);
            return file.isPresent() ? receive(name, file.get().path(), from, to, limit) : absent();
        });
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        try {
            var _ = writer();
            var object = new ObjectInfo(name, size, Metadata.NONE);
            return Optional.of(FolderPartUpload.open(partFiles, tree, problems, object, token));
        } catch (IOException e) {
            throw problems.writing(e);
        }
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return read(() -> {
            var file = tree.find(name);
            return file.isPresent()
                    ? Optional.of(new ObjectInfo(name, file.get().size(), Metadata.NONE))
                    : absent();
        });
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        var _ = write(name, (writer, place) -> {
            writer.put(place, body);
            return Creation.CREATED;
        });
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        return write(name, (writer, place) -> writer.create(place, body));
    }

    @Override
    public boolean createsAtomically() {
        return true;
    }

    /// False: network shares cache listings for a while.
    @Override
    public boolean listsAtOnce() {
        return false;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return read(() -> {
            var names = names(prefix, after, max);
            if (names.isEmpty()) {
                marker.requirePresent();
            }
            return names;
        });
    }

    @Override
    public void delete(ObjectName name) {
        try {
            var _ = writer();
            var file = tree.find(name);
            if (file.isPresent()) {
                remove(file.get().path());
            }
            marker.requirePresent();
        } catch (IOException e) {
            throw problems.writing(e);
        }
    }

    @Override
    public String describe() {
        return "folder " + root;
    }

    @Override
    public void close() {
        // no file stays open between requests
    }

    private Optional<ObjectInfo> receive(ObjectName name, Path file, long from, OutputStream to, long limit)
            throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.size() > limit) {
                throw Transfer.tooLarge(name, limit);
            }
            var start = Math.min(from, channel.size());
            var rest = Channels.newInputStream(channel.position(start));
            var size = start + Transfer.receive(name, rest, to, limit - start);
            return Optional.of(new ObjectInfo(name, size, Metadata.NONE));
        } catch (NoSuchFileException _) {
            return absent();
        }
    }

    private Optional<ObjectInfo> absent() throws IOException {
        marker.requirePresent();
        return Optional.empty();
    }

    private List<ObjectName> names(String prefix, Optional<ObjectName> after, int max) throws IOException {
        var path = Listing.start(prefix);
        var folder = path.isPresent() ? tree.folder(path.get()) : Optional.<Path>empty();
        return folder.isPresent() ? new Listing(prefix, after, max).walk(folder.get(), path.orElseThrow()) : List.of();
    }

    private void remove(Path place) throws IOException {
        try {
            disk.delete(place);
        } catch (NoSuchFileException _) {
            // another process was faster
        }
        disk.force(place);
    }

    private <T> T read(Reading<T> reading) {
        try {
            var _ = writer();
            return reading.run();
        } catch (IOException e) {
            throw problems.reading(e);
        }
    }

    private Creation write(ObjectName name, Writing writing) {
        try {
            var ready = writer();
            return writing.run(ready, tree.preparePath(name));
        } catch (IOException e) {
            throw problems.writing(e);
        }
    }

    /// The writer for the folder's create method, which is found with the first request that reaches the folder and
    /// never changes.
    private ObjectWriter writer() throws IOException {
        var known = writer;
        if (known.isPresent()) {
            return known.get();
        }
        refuseIfUnfit(root);
        var found = marker.createMethod().writer(staging, disk);
        staging.clean(clock.instant().minus(ABANDONED));
        partFiles.clean(clock.instant().minus(PartFiles.ABANDONED));
        writer = Optional.of(found);
        return found;
    }

    static void refuseIfUnfit(Path folder) {
        FolderPlacement.refusalForRemote(folder).ifPresent(problem -> {
            throw new RemoteException.Denied(problem);
        });
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private interface Writing {
        Creation run(ObjectWriter writer, Path place) throws IOException;
    }
}
