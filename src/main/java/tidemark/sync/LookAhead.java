package tidemark.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.checkpoint.DeviceHint;
import tidemark.sync.checkpoint.LogEnd;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Version;
import tidemark.sync.log.HoleFilling;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.VersionHint;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The look past the end of the log, for a batch that is missing there: by a device that joins, and once an hour.
///
/// A poll cannot tell a missing batch from one that is still to be written. A device that never looked lists what is
/// there; later it reads `version.txt`, and lists only where that is ahead of what it found, or is missing.
///
/// A device that finds a batch missing says so in `version.txt`; one that has kept the batch reads it there within the
/// hour, and puts it back.
final class LookAhead {
    private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final SyncContext context;
    private final Database database;
    private final RemoteLog log;
    private final LogEnd end;
    private final HoleFilling filling;

    LookAhead(SyncContext context, RemoteLog log, HoleFilling filling) {
        this.context = context;
        this.database = context.database();
        this.log = log;
        this.end = new LogEnd(context, log);
        this.filling = filling;
    }

    /// Notes that the log was begun by this copy: there is nothing to look for yet.
    void begun() {
        if (looked().isEmpty()) {
            noteLook();
        }
    }

    /// Whether it is time to look.
    boolean isDue() {
        var age = context.clock().millis() - looked().orElse(0);
        return looked().isEmpty() || age >= PAUSE.toMillis() || age < 0;
    }

    private OptionalLong looked() {
        return database.read(sql -> new Replica(sql).number(LocalKey.LOOKED_AHEAD_AT));
    }

    /// Whether the log ends at the version of this copy, which has read it to its end; false when it has gone on since.
    ///
    /// @throws Corrupt when a batch is missing there
    /// @throws RemoteRolledBack when other devices were further in a log that ends here
    boolean isAtEnd(LibraryManifest library) throws RemoteRolledBack {
        var here = here();
        var isNew = looked().isEmpty();
        if ((isNew || isContradicted(here, library)) && !endsAfter(here)) {
            return false;
        }
        if (isNew && !hasCheckpoint() && !isAsFarAsOthers(here)) {
            return false;
        }
        noteLook();
        return true;
    }

    /// Whether `version.txt` names a version after this one, or none. Puts back what it says is missing, if this copy
    /// has it.
    private boolean isContradicted(Version here, LibraryManifest library) {
        var hint = log.hint();
        if (hint.missing().filter(missing -> !missing.isAfter(here)).isPresent()) {
            fill(hint, library);
        }
        return hint.checkpoint().map(there -> there.isAfter(here)).orElse(true);
    }

    private void fill(VersionHint hint, LibraryManifest library) {
        try {
            if (filling.run(library, hint.missing().orElseThrow())) {
                log.put(hint.complete());
            }
        } catch (Corrupt e) {
            LOG.warn("Version {} is said to be missing, and cannot be put back", hint.missing(), e);
        }
    }

    private boolean endsAfter(Version here) {
        try {
            return end.isAfter(here);
        } catch (Corrupt e) {
            call(here.next());
            throw e;
        }
    }

    /// Says on the remote that this number is missing, if it is and is not said yet.
    private void call(Version missing) {
        var hint = log.hint();
        if (!hint.missing().equals(Optional.of(missing)) && end.isHole(missing)) {
            log.put(hint.missing(missing));
        }
    }

    /// Whether no other device was further; false when the log has gone on since. A device that could begin at a
    /// checkpoint does not ask: as far as that goes the log was there.
    private boolean isAsFarAsOthers(Version here) throws RemoteRolledBack {
        var accepted = database.read(sql -> new Replica(sql).number(LocalKey.HINTS_ACCEPTED))
                .orElse(0);
        var ahead = end.ahead(here).stream()
                .filter(hint -> hint.version().number() > accepted)
                .toList();
        if (ahead.isEmpty()) {
            return true;
        }
        if (end.isTaken(here.next())) {
            return false;
        }
        throw RemoteRolledBack.older("The remote's log ends at version %s. It once went on to what was seen by %s."
                .formatted(here, LogEnd.inWords(ahead)));
    }

    /// Notes a person's decision that the log counts as it is now, whatever other devices saw.
    void accept() {
        var most = end.ahead(here()).stream().map(DeviceHint::version).max(Version::compareTo);
        if (most.isPresent()) {
            database.change(
                    Origin.SYNC,
                    sql -> new Replica(sql)
                            .set(LocalKey.HINTS_ACCEPTED, most.get().toString()));
        }
    }

    private boolean hasCheckpoint() {
        return database.read(sql -> new Replica(sql).get(LocalKey.CHECKPOINT_VERSION))
                .isPresent();
    }

    private Version here() {
        return database.read(sql -> new Replica(sql).position()).version();
    }

    private void noteLook() {
        var now = Long.toString(context.clock().millis());
        database.change(Origin.SYNC, sql -> new Replica(sql).set(LocalKey.LOOKED_AHEAD_AT, now));
    }
}
