package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tidemark.remote.Body;

/// The method by which objects are created in a folder: decided once, when it is set up, and the same for every
/// computer that uses it.
///
/// The two methods do not see each other's unfinished files, so a folder must never be used by both at once.
enum CreateMethod {
    /// Creation by hard link.
    LINK {
        @Override
        ObjectWriter writer(Staging staging, Disk disk) {
            return new LinkingWriter(staging, disk);
        }
    },
    /// Creation by renaming a prepared folder.
    RENAME {
        @Override
        ObjectWriter writer(Staging staging, Disk disk) {
            return new ClaimingWriter(staging, disk);
        }
    };

    private static final Body PROBE = Body.of(new byte[] {'?'});

    abstract ObjectWriter writer(Staging staging, Disk disk);

    /// The method as it is written in the folder's description.
    final String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CreateMethod> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }

    /// Tries out, in an empty folder, which method its file system supports; empty when neither.
    static Optional<CreateMethod> probe(Path folder, Disk disk) throws IOException {
        if (linksAreExclusive(folder, disk)) {
            return Optional.of(LINK);
        }
        return fullFoldersStay(folder, disk) ? Optional.of(RENAME) : Optional.empty();
    }

    private static boolean linksAreExclusive(Path folder, Disk disk) throws IOException {
        var file = folder.resolve("file");
        var link = folder.resolve("link");
        disk.write(file, PROBE);
        try {
            disk.link(link, file);
        } catch (UnsupportedOperationException | FileSystemException _) {
            disk.delete(file);
            return false;
        }
        var exclusive = isRefused(() -> disk.link(link, file));
        disk.delete(link);
        disk.delete(file);
        return exclusive;
    }

    private static boolean fullFoldersStay(Path folder, Disk disk) throws IOException {
        var one = folder.resolve("one");
        var other = folder.resolve("other");
        for (var full : new Path[] {one, other}) {
            disk.makeFolder(full);
            disk.write(full.resolve("file"), PROBE);
        }
        var stays = isRefused(() -> disk.rename(one, other));
        for (var full : new Path[] {one, other}) {
            if (Existence.exists(full)) {
                disk.delete(full.resolve("file"));
                disk.delete(full);
            }
        }
        return stays;
    }

    private static boolean isRefused(Step step) throws IOException {
        try {
            step.run();
            return false;
        } catch (FileSystemException _) {
            return true;
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
