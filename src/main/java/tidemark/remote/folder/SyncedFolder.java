package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that a sync program copies between computers by itself.
record SyncedFolder(SyncProgram program, Path folder) {
    /// The synced folder that `path` lies in, if any; the path need not exist, and links on the way to it are resolved.
    static Optional<SyncedFolder> around(Path path) {
        var asGiven = path.toAbsolutePath().normalize();
        return Stream.of(asGiven, nearestExisting(asGiven))
                .flatMap(SyncedFolder::withAncestors)
                .flatMap(SyncedFolder::marked)
                .findFirst();
    }

    /// The nearest existing folder around `path`, with links resolved.
    static Path nearestExisting(Path path) {
        return withAncestors(path)
                .flatMap(folder -> {
                    try {
                        return Stream.of(folder.toRealPath());
                    } catch (IOException _) {
                        return Stream.empty();
                    }
                })
                .findFirst()
                .orElse(path);
    }

    private static Stream<Path> withAncestors(Path path) {
        return Stream.iterate(Optional.of(path), Optional::isPresent, step -> step.map(Path::getParent))
                .flatMap(Optional::stream);
    }

    private static Stream<SyncedFolder> marked(Path folder) {
        return Arrays.stream(SyncProgram.values())
                .filter(program -> program.marks(folder))
                .map(program -> new SyncedFolder(program, folder));
    }
}
