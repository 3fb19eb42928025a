package tidemark.remote.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;

/// The hidden folder `.tidemark` in the root: the mark by which the root is known, how objects are made in it, and the
/// place for unfinished files.
///
/// It is made at set-up and never by itself. So an unplugged disk, whose mount point is an empty folder, is not taken
/// for a remote that somebody emptied.
final class StoreMarker {
    static final String NAME = ".tidemark";
    private static final String DESCRIPTION = "about.txt";
    private static final String UNFINISHED = "new";
    private static final String CREATING = "create=";

    private final Path root;
    private final FolderProblems problems;

    StoreMarker(Path root) {
        this.root = root;
        this.problems = new FolderProblems(root);
    }

    Path unfinished() {
        return folder().resolve(UNFINISHED);
    }

    /// Asked whenever something is not found: is it absent, or is everything?
    void requirePresent() throws IOException {
        if (!Existence.exists(folder())) {
            throw problems.absent();
        }
    }

    /// How objects are made here.
    CreateMethod creating() throws IOException {
        for (var line : Files.readAllLines(folder().resolve(DESCRIPTION), StandardCharsets.UTF_8)) {
            if (line.startsWith(CREATING)) {
                var word = line.substring(CREATING.length()).strip();
                return CreateMethod.of(word).orElseThrow(() -> problems.unknownWay(word));
            }
        }
        throw problems.unknownWay("");
    }

    /// Makes the home where there is none; of several that try at once one succeeds and the others use its.
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
            var _ = creating();
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private void prepare(Path prepared, Disk disk) throws IOException {
        var creating = CreateMethod.probe(prepared, disk).orElseThrow(problems::noAtomicCreation);
        disk.write(prepared.resolve(DESCRIPTION), description(creating));
        var unfinished = prepared.resolve(UNFINISHED);
        disk.makeFolder(unfinished);
        disk.force(unfinished);
    }

    private static Body description(CreateMethod creating) {
        return Body.of("""
                Tidemark syncs through the folder around this one, and knows it again by this file.
                Please leave it here. The folder "new" holds files that are being written.

                %s%s
                """.formatted(CREATING, creating.word()).getBytes(StandardCharsets.UTF_8));
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
