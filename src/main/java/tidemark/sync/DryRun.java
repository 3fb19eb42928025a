package tidemark.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tidemark.db.Database;
import tidemark.db.OwnerOnly;
import tidemark.db.SqliteFile;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.schema.LibrarySchema;
import tidemark.sync.apply.ApplyResult;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.apply.RemoteChanges;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.LogEnd;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.ClaimCommits;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.Detach;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// A dry run of the first sync with a remote, on a copy of the library: nothing is changed here or there.
public final class DryRun {
    /// The content of the place that is to become the remote.
    public enum Place {
        /// Nothing yet: the library is sent whole.
        EMPTY,
        /// This very library: the sync goes on.
        SAME,
        /// Another library: both become one.
        OTHER
    }

    /// The effects of the first sync. It never deletes anything.
    ///
    /// @param arriving rows that would be added here, by table; none where there are none
    /// @param leaving rows that would be sent, by table; none where there are none
    /// @param merged the number of rows that are on both sides and become one
    /// @param conflicts the number of new conflicts to review
    public record Report(
            Place place, Map<String, Long> arriving, Map<String, Long> leaving, long merged, long conflicts) {
        public Report {
            arriving = Map.copyOf(arriving);
            leaving = Map.copyOf(leaving);
        }
    }

    private static final String CONFLICT = LibrarySchema.CONFLICT.name();

    private final SyncContext context;
    private final Path copy;

    private DryRun(SyncContext context) {
        this.context = context;
        this.copy = context.scratch().resolve("rehearsal.sqlite");
    }

    /// Runs the first sync of this library with the remote on a copy.
    ///
    /// @param settings how the copy is opened
    /// @throws tidemark.remote.RemoteException when the remote fails, or cannot be joined
    public static Report run(SyncContext context, Database.Settings settings) {
        return new DryRun(context).run(settings);
    }

    private Report run(Database.Settings settings) {
        try {
            OwnerOnly.folder(context.scratch());
            SqliteFile.delete(copy);
            context.database().copyTo(copy);
            try (var database = Database.open(copy, settings)) {
                return runOn(database);
            } finally {
                SqliteFile.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UpdateNeeded e) {
            throw new Denied(new Problem(
                    "What lies there was written by a newer Tidemark (format " + e.minReader() + ").",
                    "Nothing was changed here or there.",
                    "Update Tidemark on this computer, then try again."));
        } catch (RemoteRolledBack e) {
            throw new Denied(e.problem());
        }
    }

    private Report runOn(Database database) throws UpdateNeeded, RemoteRolledBack {
        var manifest = LibraryManifest.read(context.store());
        var place = place(database, manifest.map(LibraryManifest::library).orElse(""), manifest.isPresent());
        if (Detach.isNeeded(database, manifest.map(LibraryManifest::library))) {
            Detach.run(database);
        }
        var before = counts(database);
        if (manifest.isPresent()) {
            receive(database);
        }
        return report(database, place, before);
    }

    private static Place place(Database database, String there, boolean isThere) {
        if (!isThere) {
            return Place.EMPTY;
        }
        var here = database.read(sql -> new Replica(sql).library());
        return here.filter(there::equals).isPresent() ? Place.SAME : Place.OTHER;
    }

    /// Carries out all of the first sync except sending.
    private void receive(Database database) throws UpdateNeeded, RemoteRolledBack {
        var there = context.over(database);
        var log = new RemoteLog(context.store(), database.schema().number());
        var claims = new ClaimCommits(context.store(), context.random(), context.pause());
        var install = new CheckpointInstall(there, log);
        var snapshots = new SnapshotCatchUp(there, new Snapshots(there, log), install, () -> {});
        var manifest = new RemoteIdentity(there, log, claims, snapshots).join();
        install.installIfAhead(Layout.CHECKPOINT, manifest.library());
        snapshots.passTruncation();
        var applier = new BatchApplier(database, context::localSide);
        var end = new LogEnd(there, log);
        do {
            for (var isGoingOn = true; isGoingOn; ) {
                isGoingOn = step(log.read(next(database)), applier);
            }
        } while (!end.isAfter(next(database).before()));
    }

    /// Applies one entry of the log, and returns whether there was one.
    private static boolean step(Entry entry, BatchApplier applier) throws UpdateNeeded, RemoteRolledBack {
        return switch (entry) {
            case Entry.Nothing(), Entry.Truncated() -> false;
            case Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case Entry.Found found ->
                switch (applier.apply(found)) {
                    case ApplyResult.Applied() -> true;
                    case ApplyResult.OutOfOrder(var cause) -> throw RemoteRolledBack.older(cause);
                    case ApplyResult.Diverged(var what, var _) ->
                        throw RemoteChanges.disagreement(
                                found.batch().version(), found.batch().device(), what);
                };
        };
    }

    private static Version next(Database database) {
        return database.read(sql -> new Replica(sql).position()).version().next();
    }

    private static Report report(Database database, Place place, Map<String, Long> before) {
        var after = counts(database);
        var leaving = newRows(database);
        var conflicts = difference(after, before, CONFLICT);
        leaving.computeIfPresent(CONFLICT, (_, rows) -> rows > conflicts ? rows - conflicts : null);
        var arriving = new TreeMap<String, Long>();
        long merged = 0;
        for (var table : after.keySet()) {
            var more = table.equals(CONFLICT) ? 0 : difference(after, before, table);
            if (more > 0) {
                arriving.put(table, more);
            }
            merged += place != Place.OTHER ? 0 : before.getOrDefault(table, 0L) - leaving.getOrDefault(table, 0L);
        }
        return new Report(place, arriving, leaving, merged, conflicts);
    }

    private static SortedMap<String, Long> newRows(Database database) {
        return database.read(sql -> {
            SortedMap<String, Long> tables = new TreeMap<>();
            sql.each(
                    "SELECT tbl, count(*) FROM pending WHERE base IS NULL GROUP BY tbl",
                    row -> tables.put(row.getString(1), row.getLong(2)));
            return tables;
        });
    }

    private static long difference(Map<String, Long> after, Map<String, Long> before, String table) {
        return after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L);
    }

    private static Map<String, Long> counts(Database database) {
        return database.read(sql -> {
            var counts = new TreeMap<String, Long>();
            for (var table : database.schema().tables()) {
                counts.put(
                        table.name(),
                        sql.number("SELECT count(*) FROM \"%s\"".formatted(table.name()))
                                .orElse(0));
            }
            return counts;
        });
    }
}
