package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.RemoteStore;

/// A hidden folder for a trial, set up as a remote would be, and removed again with every folder that was created for
/// it: what works there works in the folder around it.
public final class TrialFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrialFolder.class);
    private static final String NAME = ".tidemark-trial-";
    private static final Pattern ANY = Pattern.compile("\\.tidemark-trial-[0-9a-f]{1,16}");

    /// A trial takes a minute; the clocks of computers that write to one disk do not differ by more than this.
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path place;
    private final List<Path> made;
    private final RemoteStore store;

    private TrialFolder(Path place, List<Path> made, RemoteStore store) {
        this.place = place;
        this.made = made;
        this.store = store;
    }

    /// Sets one up in `root`, which is created if it does not exist.
    ///
    /// @throws tidemark.remote.RemoteException when the folder is not fit, cannot be created, or may not be written
    public static TrialFolder at(Path root, InstantSource clock, RandomGenerator random) {
        var folder = root.toAbsolutePath().normalize();
        FolderStore.refuseIfUnfit(folder);
        var made = missing(folder);
        var place = folder.resolve(NAME + Long.toHexString(random.nextLong()));
        try {
            Files.createDirectories(place);
            FolderStore.setUp(place, random);
            removeAbandoned(folder, Files.getLastModifiedTime(place));
        } catch (IOException e) {
            removeEmpty(made);
            throw new FolderProblems(folder).settingUp(e);
        } catch (RuntimeException e) {
            remove(place);
            removeEmpty(made);
            throw e;
        }
        return new TrialFolder(place, made, FolderStore.open(place, clock, random));
    }

    /// The trial folder as a store.
    public RemoteStore store() {
        return store;
    }

    /// Removes what killed trials left. Their age is measured against `now`, the time that the storage itself has just
    /// given to a file; what is from the future was left before a clock was corrected.
    private static void removeAbandoned(Path folder, FileTime now) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, TrialFolder::isTrial)) {
            for (var entry : entries) {
                if (isAbandoned(entry, now)) {
                    remove(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isTrial(Path entry) {
        return ANY.matcher(entry.getFileName().toString()).matches()
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether a trial was left by a process that was killed. Another computer may remove its own meanwhile.
    private static boolean isAbandoned(Path trial, FileTime now) {
        try {
            var written = Files.getLastModifiedTime(trial, LinkOption.NOFOLLOW_LINKS);
            return Duration.between(written.toInstant(), now.toInstant()).abs().compareTo(ABANDONED_AFTER) > 0;
        } catch (IOException e) {
            LOG.debug("{} went by itself", trial, e);
            return false;
        }
    }

    /// The folders on the path that do not exist yet, the lowest first.
    private static List<Path> missing(Path folder) {
        var missing = new ArrayList<Path>();
        for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
            missing.add(each);
        }
        return missing;
    }

    @Override
    public void close() {
        store.close();
        remove(place);
        removeEmpty(made);
    }

    private static void remove(Path place) {
        try {
            Files.walkFileTree(place, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("What was left of a trial in {} could not be removed", place, e);
        }
    }

    /// Deletes folders up to the first that is not empty: others may have put something there meanwhile.
    private static void removeEmpty(List<Path> folders) {
        try {
            for (var folder : folders) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} is used", e.getMessage());
        } catch (IOException e) {
            LOG.warn("A folder that was made for a trial could not be removed", e);
        }
    }
}
