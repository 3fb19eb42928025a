package tidemark.remote.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Body;
import tidemark.remote.ObjectInfo;
import tidemark.remote.RandomHex;

/// The hidden folder of objects that arrive in parts: a file each, which grows until it gets its name.
///
/// It is another one than that of [Staging], which earlier versions clean of all that is a day old.
final class PartFiles {
    /// The time for which an upload may rest.
    static final Duration ABANDONED = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(PartFiles.class);
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final int MARK = 16;

    private final Path folder;
    private final Disk disk;
    private final RandomGenerator random; // Guarded by itself: not every generator is thread-safe.

    PartFiles(Path folder, Disk disk, RandomGenerator random) {
        this.folder = folder;
        this.disk = disk;
        this.random = random;
    }

    /// Whether there is an upload with this token of this object.
    boolean has(String token, ObjectInfo object) throws IOException {
        return TOKEN.matcher(token).matches()
                && Existence.attributes(file(token, object))
                        .filter(BasicFileAttributes::isRegularFile)
                        .isPresent();
    }

    /// A new token, under which there is an empty file, safe on the disk.
    String begin(ObjectInfo object) throws IOException {
        makeFolder();
        while (true) {
            var token = token();
            var file = file(token, object);
            try {
                disk.write(file, Body.of(new byte[0]));
                disk.sync(file);
                disk.force(file);
                return token;
            } catch (FileAlreadyExistsException _) {
                // another generator drew the same token: draw again
            }
        }
    }

    /// The file of an upload. Its name has a mark of the object and its size, so that nothing else is added
    /// to it.
    Path file(String token, ObjectInfo object) {
        return folder.resolve(token + "-" + mark(object.size() + " " + object.name()));
    }

    /// Adds a part behind the bytes that are kept, and forces it to the disk.
    void add(Path file, long kept, Body part) throws IOException {
        disk.writeAfter(file, kept, part);
        disk.sync(file);
    }

    /// Gives the file its object's path; one that is gone is no error. The name is durable then.
    ///
    /// @return whether the file was there
    boolean publish(Path file, Path to) throws IOException {
        var isThere = Existence.exists(file);
        if (isThere) {
            disk.rename(file, to);
        }
        disk.force(to);
        return isThere;
    }

    /// Removes a file; one that is gone is no error.
    void remove(Path file) throws IOException {
        if (Existence.exists(file)) {
            disk.delete(file);
            disk.force(file);
        }
    }

    /// Removes the files to which nothing was added since `before`, as far as they can be removed now.
    void clean(Instant before) {
        try {
            for (var file : Existence.entries(folder)) {
                var seen = Existence.attributes(file);
                if (seen.isPresent()
                        && seen.get().lastModifiedTime().toInstant().isBefore(before)) {
                    disk.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.debug("Abandoned uploads could not all be removed from {}: {}", folder, e.toString());
        }
    }

    /// Whether the folder is there, and with it the disk.
    boolean isThere() throws IOException {
        return Existence.exists(folder);
    }

    private void makeFolder() throws IOException {
        if (!Existence.exists(folder)) {
            try {
                disk.makeFolder(folder);
                disk.force(folder);
            } catch (FileAlreadyExistsException _) {
                // another process was faster
            }
        }
    }

    private String token() {
        synchronized (random) {
            return RandomHex.digits(random, 32);
        }
    }

    private static String mark(String of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
