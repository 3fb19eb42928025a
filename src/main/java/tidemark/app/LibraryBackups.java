package tidemark.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.Database;
import tidemark.library.Restore;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.schema.LibrarySchema;
import tidemark.sync.Effects;
import tidemark.sync.Rehearsal;

/// The backups of a library: one each day that the program runs, and whenever a person asks.
public final class LibraryBackups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryBackups.class);
    private static final Duration LOOK = Duration.ofMinutes(15);

    private final AppCore core;
    private final Backups backups;
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();
    private final Periodic periodic;

    // Written by one thread.
    private volatile Optional<Problem> reported = Optional.empty();

    LibraryBackups(AppCore core) {
        this.core = core;
        this.backups = new Backups(core.database());
        this.periodic = new Periodic(core, "backups", LOOK);
    }

    /// Begins to make a backup each day, on a thread of its own.
    public void start() {
        periodic.start(this::makeIfDue, this::makeIfDue);
    }

    /// Calls `listener`, on another thread, when a daily backup could not be made; again only when the
    /// reason is another.
    public void onProblem(Consumer<Problem> listener) {
        listeners.add(listener);
        reported.ifPresent(listener);
    }

    /// Makes the backup of the day if it is due. A failure is reported, and the next check tries again.
    void makeIfDue() {
        try {
            var now = core.environment().clock().instant();
            backups.removeUnfinished(now);
            if (backups.isDue(now)) {
                backups.makeDaily(now);
            }
            reported = Optional.empty();
        } catch (TidemarkException e) {
            LOG.warn("No backup could be made", e);
            if (!reported.equals(Optional.of(e.problem()))) {
                reported = Optional.of(e.problem());
                listeners.forEach(listener -> listener.accept(e.problem()));
            }
        }
    }

    /// Makes a backup now, at a person's request.
    ///
    /// @throws tidemark.db.BackupException when that fails; the library is untouched
    public Backup make() {
        return backups.makeRequested(core.environment().clock().instant());
    }

    /// All backups, the newest first.
    public List<Backup> all() {
        return backups.all();
    }

    /// Makes the library hold again what this file holds; the present one is kept as a backup first.
    ///
    /// @throws TidemarkException when that fails; nothing was changed
    public Restore.Report restore(Path file) {
        var clock = core.environment().clock();
        return new Restore(core.database(), clock).from(file, () -> {
            var before = backups.makeBefore("restore", clock.instant());
            LOG.info("{} is restored; the library as it was is {}", file, before.file());
        });
    }

    /// The effects that the restoring of this file would have; nothing is changed.
    ///
    /// @throws TidemarkException when it cannot be restored
    public Effects rehearse(Path file) {
        var clock = core.environment().clock();
        return Rehearsal.of(
                core.database(),
                core.folder().scratch().resolve("rehearsal"),
                Database.Settings.of(LibrarySchema.CURRENT, clock),
                copy -> new Restore(copy, clock).from(file, () -> {}));
    }

    /// Waits for the backup that is being made.
    @Override
    public void close() {
        periodic.close();
    }
}
