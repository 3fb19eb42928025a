package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import tidemark.db.Database;
import tidemark.files.ContentFolder;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FetchPolicy;
import tidemark.files.TransferContext;
import tidemark.files.TransferSettings;
import tidemark.files.Transfers;

/// The contents of files on one device, and the transfers of the program that has its library open.
final class Contents {
    private final Member member;
    private final FaultCounts faultCounts;
    private final Path root;
    private TransferSettings settings = TransferSettings.STANDARD.withFetch(FetchPolicy.ALL);
    private Optional<Running> running = Optional.empty();

    private record Running(Database database, ContentStore store, Transfers transfers) {}

    Contents(Member member, FaultCounts faultCounts) {
        this.member = member;
        this.faultCounts = faultCounts;
        this.root = member.host().folder().resolve(member.id() + "-files");
    }

    /// Those of the present process: one that has started anew looks its folder through first.
    private Running running() {
        var current = running.filter(each -> each.database() == member.database());
        if (current.isEmpty()) {
            running = Optional.of(started());
        }
        return running.orElseThrow();
    }

    private Running started() {
        var database = member.database();
        var watch = member.host().watch();
        var folder = new ContentFolder(root, new Random(member.id().hashCode()));
        var transfers = new Transfers(new TransferContext(
                database,
                folder,
                member.store(),
                watch,
                () -> settings,
                member.host().shared().clock()::advance));
        transfers.start((name, work) -> new Thread(work, name)); // never run: each turn is taken by hand
        return new Running(database, new ContentStore(database, folder, watch), transfers);
    }

    /// Forgets which attempts failed, as a process does that starts.
    void startAnew() {
        running = Optional.empty();
    }

    ContentStore store() {
        return running().store();
    }

    /// Moves a content, if one can be moved now.
    boolean turn() {
        var transfers = running().transfers();
        long before = transfers.evicted();
        transfers.changed();
        try {
            return transfers.turn();
        } finally {
            for (long i = before; i < transfers.evicted(); i++) {
                faultCounts.count(Fault.CONTENT_EVICTED);
            }
        }
    }

    void limit(OptionalLong bytes) {
        settings = settings.withCacheLimit(bytes);
    }

    OptionalLong limit() {
        return settings.cacheLimit();
    }

    /// How many contents are here, and how many are known to be on the remote: it grows with each that is moved.
    long progress() {
        return member.look(sql -> sql.number("SELECT ifnull(sum(here), 0) + ifnull(sum(sent), 0) FROM content")
                .orElse(0));
    }

    /// The contents that something keeps from being moved.
    List<String> stopped() {
        return member.look(sql -> sql.list(
                "SELECT sha256 FROM content WHERE problem IS NOT NULL ORDER BY sha256", row -> row.getString(1)));
    }

    /// The contents that are here and not surely on the remote.
    List<String> unsent() {
        return member.look(sql -> sql.list(
                "SELECT sha256 FROM content WHERE here = 1 AND sent = 0 ORDER BY sha256", row -> row.getString(1)));
    }

    /// The contents whose upload has begun.
    long begun() {
        return member.look(sql -> sql.number("SELECT count(*) FROM content WHERE upload IS NOT NULL")
                .orElse(0));
    }

    /// Lets what was stopped be moved again, as a person does.
    void retryAll() {
        stopped().forEach(hash -> running().transfers().retry(new ContentHash(hash)));
    }

    /// The file of a content.
    Path file(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /// The file in which a content arrives.
    Path incoming(String hash) {
        return root.resolve(".incoming").resolve(hash);
    }

    /// A new file with this content, as anywhere on the computer.
    Path source(byte[] content) {
        try {
            return Files.write(member.host().folder().resolve("source"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that lies in the folder under a hash, with its bytes.
    Map<String, byte[]> all() {
        var all = new TreeMap<String, byte[]>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var name = file.getFileName().toString();
                    if (file.equals(name.length() == 64 ? file(name) : root)) {
                        all.put(name, Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /// Copies the folder of another device, as somebody does who copies the whole library.
    void copyFrom(Contents other) {
        other.all().forEach((hash, bytes) -> {
            try {
                Files.createDirectories(file(hash).getParent());
                Files.copy(other.file(hash), file(hash), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
