package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tidemark.db.SqliteFile;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A model of a snapshot on the remote, from which the log goes on where its batches are gone.
///
/// @param hash of the batch at its version, 64 hexadecimal digits
/// @param isFork whether a device sent its state in place of what was there
/// @param rows every record in it
record SnapshotModel(ObjectName name, long version, String hash, boolean isFork, SortedMap<RecordId, Row> rows) {
    private static final Pattern NAME = Pattern.compile("checkpoints/(\\d{9,18})\\.([0-9a-f]{64})\\.sqlite");

    /// The snapshots at this version or later, the newest first; damaged ones are left out.
    static List<SnapshotModel> since(long version, RemoteStore store) {
        return store.list("checkpoints/", Optional.empty(), 10_000).stream()
                .filter(name -> numberOf(name) >= version)
                .sorted(Comparator.comparingLong(SnapshotModel::numberOf)
                        .reversed()
                        .thenComparing(name -> name))
                .flatMap(name -> store.get(name, 1 << 30).stream())
                .filter(SnapshotModel::isWhole)
                .map(SnapshotModel::read)
                .toList();
    }

    private static long numberOf(ObjectName name) {
        var match = NAME.matcher(name.value());
        return match.matches() ? Long.parseLong(match.group(1)) : -1;
    }

    /// Whether its bytes have the SHA-256 in its name.
    private static boolean isWhole(RemoteObject object) {
        return object.info().name().value().contains(Names.sha256(object.bytes()));
    }

    private static SnapshotModel read(RemoteObject object) {
        var folder = TempFolders.make();
        try {
            var file = Files.write(folder.resolve("base.sqlite"), object.bytes());
            return SqliteFile.read(file, sql -> {
                var reader = new LibraryReader(sql);
                var facts = reader.facts();
                return new SnapshotModel(
                        object.info().name(),
                        Long.parseLong(facts.getOrDefault("version", "")),
                        facts.getOrDefault("hash", ""),
                        facts.containsKey("fork"),
                        reader.rows());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TempFolders.remove(folder);
        }
    }
}
