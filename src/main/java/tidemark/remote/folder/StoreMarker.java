package tidemark.remote.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;

/// The hidden folder `.tidemark` that marks the root of a remote. It says how objects are created there, and holds
/// unfinished files and objects of which not all parts have arrived.
///
/// It is created at set-up only. So an unplugged disk, whose mount point is an empty folder, is not taken for a remote
/// that somebody emptied.
final class StoreMarker {
    static final String NAME = ".tidemark";
    private static final String DESCRIPTION = "about.txt";
    private static final String UNFINISHED = "new";
    private static final String PART_FILES = "parts";
    private static final String CREATE_KEY = "create=";

    private final Path root;
    private final FolderProblems problems;

    StoreMarker(Path root) {
        this.root = root;
        this.problems = new FolderProblems(root);
    }

    Path unfinished() {
        return folder().resolve(UNFINISHED);
    }

    /// The folder of objects that arrive in parts; it is made when it is first needed.
    Path partFiles() {
        return folder().resolve(PART_FILES);
    }

    /// Requires that the marker is there. Called whenever something is not found: that alone may be absent, or the
    /// whole disk.
    ///
    /// @throws tidemark.remote.RemoteException.Unavailable when the marker is missing
    void requirePresent() throws IOException {
        if (!Existence.exists(folder())) {
            throw problems.absent();
        }
    }

    /// The method by which objects are created here.
    ///
    /// @throws tidemark.remote.RemoteException.Corrupt when the description names none that this version knows
    CreateMethod createMethod() throws IOException {
        for (var line : Files.readAllLines(folder().resolve(DESCRIPTION), StandardCharsets.UTF_8)) {
            if (line.startsWith(CREATE_KEY)) {
                var word = line.substring(CREATE_KEY.length()).strip();
                return CreateMethod.of(word).orElseThrow(() -> problems.unknownCreateMethod(word));
            }
        }
        throw problems.unknownCreateMethod("");
    }

    /// Creates the marker unless there is one; of several processes that try at once one succeeds, and the others use
    /// its marker.
    void setUp(Disk disk, RandomGenerator random) throws IOException {
        if (isSetUp()) {
            return;
        }
        var prepared = root.resolve(NAME + "-" + Long.toHexString(random.nextLong()));
        disk.makeFolder(prepared);
        try {
            prepare(prepared, disk);
            disk.rename(prepared, folder());
            disk.force(folder());
        } catch (IOException e) {
            if (!isSetUp()) {
                throw e;
            }
        } finally {
            remove(prepared, disk);
        }
    }

    private boolean isSetUp() throws IOException {
        try {
            var _ = createMethod();
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private void prepare(Path prepared, Disk disk) throws IOException {
        var method = CreateMethod.probe(prepared, disk).orElseThrow(problems::noAtomicCreation);
        disk.write(prepared.resolve(DESCRIPTION), description(method));
        disk.sync(prepared.resolve(DESCRIPTION));
        var unfinished = prepared.resolve(UNFINISHED);
        disk.makeFolder(unfinished);
        disk.force(unfinished);
    }

    private static Body description(CreateMethod method) {
        return Body.of("""
                Tidemark syncs through the folder around this one, and knows it again by this file.
                Please leave it here. The folder "new" holds files that are being written.

                %s%s
                """.formatted(CREATE_KEY, method.word()).getBytes(StandardCharsets.UTF_8));
    }

    private static void remove(Path prepared, Disk disk) throws IOException {
        for (var path : List.of(prepared.resolve(UNFINISHED), prepared.resolve(DESCRIPTION), prepared)) {
            if (Existence.exists(path)) {
                disk.delete(path);
            }
        }
    }

    private Path folder() {
        return root.resolve(NAME);
    }
}
