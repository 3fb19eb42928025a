package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RandomHex;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.ClaimCommits;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.Slot;
import tidemark.sync.state.Detach;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.UnsentContents;

/// The identity of the remote: a check that it is the one that this copy belongs to, and still holds the log up to
/// where this copy read it.
///
/// A missing object never counts as a deletion: when the remote lacks what was seen there, it was rolled back.
final class RemoteIdentity {
    private static final Duration TRUSTED = Duration.ofMinutes(10);
    private static final Duration TRUSTED_BEFORE_PUSH = Duration.ofSeconds(60);

    private static final Problem UNREAD = new Problem(
            "library.json lies on the remote, and the remote does not give it.",
            "Nothing was sent.",
            "It is tried again; if that does not help, check that the remote keeps what is written to it.");

    private final Database database;
    private final RemoteStore store;
    private final RemoteLog log;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ClaimCommits claims;
    private final SnapshotCatchUp forks;
    private Optional<Instant> seen = Optional.empty();
    private Optional<LibraryManifest> manifest = Optional.empty();
    private boolean created;
    private final ModeChange modes;

    RemoteIdentity(SyncContext context, RemoteLog log, ClaimCommits claims, SnapshotCatchUp forks) {
        this.database = context.database();
        this.store = context.store();
        this.log = log;
        this.clock = context.clock();
        this.random = context.random();
        this.claims = claims;
        this.forks = forks;
        this.modes = new ModeChange(context);
    }

    /// Joins the library on the remote, or puts this library there where there is none; for a copy that joined before,
    /// verifies once that it is still the same. Returns its manifest.
    LibraryManifest join() throws UpdateNeeded, RemoteRolledBack {
        if (manifest.isPresent() && isKnown()) {
            return manifest.get();
        }
        var own = database.read(sql -> new Replica(sql).library());
        var there = LibraryManifest.read(store);
        if (isElsewhere(own, there) && Detach.runIfAllowed(database, store.describe())) {
            return joinAnew(there, Optional.empty());
        }
        if (position().version().equals(Version.NONE)) {
            return joinAnew(there, own);
        }
        check(own, there);
        var _ = confirm();
        Detach.joined(database, store.describe());
        return remember(there.orElseThrow());
    }

    /// Whether the manifest need not be read again: the batch of this copy's version tells whose log it is, however
    /// long ago the manifest was read. Before the first batch there is only the manifest.
    private boolean isKnown() {
        return seen.isPresent()
                && (isSeenWithin(TRUSTED) || !position().version().equals(Version.NONE));
    }

    private LibraryManifest remember(LibraryManifest joined) {
        if (joined.commits() == CommitMode.CREATE && !store.createsAtomically()) {
            throw new Denied(new Problem(
                    "This library relies on storage that tells which of two devices came first, and " + store.describe()
                            + " does not.",
                    "Nothing was sent, because changes made at the same time on two devices could be lost there.",
                    "Choose an empty place, where the devices settle it among themselves, or the storage it was on."));
        }
        modes.adopt(joined.commits());
        manifest = Optional.of(joined);
        return joined;
    }

    /// Moves the commit mode to claims where an answer of the storage showed that it may replace what it
    /// should keep.
    void leaveCreating() throws UpdateNeeded, RemoteRolledBack {
        if (store.mayReplace() && manifest.filter(ModeChange::isToMove).isPresent()) {
            var there = LibraryManifest.read(store);
            check(Optional.of(ownId()), there);
            var _ = remember(modes.moved(there.orElseThrow()));
        }
    }

    /// The word about a change of the commit mode for a person; once, then empty.
    Optional<Problem> takeNotice() {
        return modes.takeNotice();
    }

    /// Puts a manifest there, or returns that of another device that was quicker. It is version 0, and decided by
    /// claims on any storage: before it nobody knows the commit mode.
    private LibraryManifest create(String library) throws UpdateNeeded {
        var own = LibraryManifest.of(library, mode());
        if (claims.decide(Slot.LIBRARY, own.bytes()) == Creation.EXISTS) {
            return LibraryManifest.read(store).orElseThrow(() -> new Unavailable(UNREAD, Optional.empty()));
        }
        created = true;
        store.deleteFolder(Slot.LIBRARY.folder());
        store.add(Layout.README, Body.of(Layout.README_TEXT.getBytes(StandardCharsets.UTF_8)));
        return own;
    }

    /// Whether this copy belongs to another library than the one on the remote. Also for a device at no version yet: at
    /// a new place its id would be that of the library which other devices are still to bring there.
    private static boolean isElsewhere(Optional<String> own, Optional<LibraryManifest> manifest) {
        return own.isPresent() && !own.equals(manifest.map(LibraryManifest::library));
    }

    private LibraryManifest joinAnew(Optional<LibraryManifest> there, Optional<String> own) throws UpdateNeeded {
        var joined = there.isPresent() ? there.get() : create(own.orElseGet(this::newId));
        database.change(Origin.SYNC, sql -> {
            if (!Optional.of(joined.library()).equals(own)) {
                // the same bytes would make another library's first version look like this one's
                new Outgoing(sql).clear();
                // a content sent before this copy joined any library may lie on another remote
                UnsentContents.forgetSent(sql);
            }
            new Replica(sql).library(joined.library());
        });
        Detach.joined(database, store.describe());
        seen = Optional.of(clock.instant());
        return remember(joined);
    }

    private static void check(Optional<String> own, Optional<LibraryManifest> manifest) throws RemoteRolledBack {
        if (manifest.isEmpty()) {
            throw RemoteRolledBack.emptied();
        }
        if (!own.equals(Optional.of(manifest.get().library()))) {
            throw RemoteRolledBack.swapped();
        }
    }

    /// The outcome of a look at the remote.
    enum Confirmation {
        /// The batch of this copy's version is there, or was seen there lately.
        UNCHANGED,
        /// Another device made a fork there, and this copy follows it; nothing is outgoing any longer.
        FORK_FOLLOWED
    }

    /// Verifies that the batch of this copy's own version is there, unless it was seen in the last ten minutes.
    Confirmation confirmIfStale() throws RemoteRolledBack, UpdateNeeded {
        return confirmWithin(TRUSTED);
    }

    /// Verifies that the batch of this copy's own version is there, unless it was seen in the last minute: a push must
    /// not go to a remote that was rolled back.
    Confirmation confirmBeforePush() throws RemoteRolledBack, UpdateNeeded {
        return confirmWithin(TRUSTED_BEFORE_PUSH);
    }

    private Confirmation confirmWithin(Duration trusted) throws RemoteRolledBack, UpdateNeeded {
        return isSeenWithin(trusted) ? Confirmation.UNCHANGED : confirm();
    }

    private boolean isSeenWithin(Duration trusted) {
        var now = clock.instant();
        return seen.filter(at -> !now.isBefore(at) && Duration.between(at, now).compareTo(trusted) < 0)
                .isPresent();
    }

    private Confirmation confirm() throws RemoteRolledBack, UpdateNeeded {
        var confirmation = checkPosition();
        seen = Optional.of(clock.instant());
        return confirmation;
    }

    private Confirmation checkPosition() throws RemoteRolledBack, UpdateNeeded {
        var position = position();
        if (position.version().equals(Version.NONE)) {
            check(Optional.of(ownId()), LibraryManifest.read(store));
            return Confirmation.UNCHANGED;
        }
        if (log.holds(position.version(), position.hash())) {
            return Confirmation.UNCHANGED;
        }
        if (forks.followFork() == SnapshotCatchUp.Fork.NONE) {
            throw RemoteRolledBack.older(
                    "The remote no longer holds version " + position.version() + " as this device knows it.");
        }
        return Confirmation.FORK_FOLLOWED;
    }

    /// Whether this device put the manifest there: the remote was empty before.
    boolean hasCreated() {
        return created;
    }

    /// Forgets what is known of the remote, so that it is read again.
    void forget() {
        manifest = Optional.empty();
        seen = Optional.empty();
    }

    /// The manifest by which this device's state is sent: with the commit mode of the manifest there, or with this
    /// store's where there is none.
    LibraryManifest manifestForState() throws UpdateNeeded {
        var own = LibraryManifest.of(ownId(), mode());
        return LibraryManifest.read(store)
                .map(there -> LibraryManifest.of(own.library(), there.commits()))
                .orElse(own);
    }

    /// Puts this device's manifest on the remote, where its state counts now.
    ///
    /// @throws RemoteRolledBack when another library was begun there meanwhile
    void putManifest(LibraryManifest own) throws UpdateNeeded, RemoteRolledBack {
        var there = LibraryManifest.read(store);
        if (there.isEmpty()) {
            check(Optional.of(own.library()), Optional.of(create(own.library())));
        } else if (!there.get().equals(own)) {
            store.put(Layout.LIBRARY, Body.of(own.bytes()), Metadata.NONE);
        }
        forget();
    }

    private String ownId() {
        return database.read(sql -> new Replica(sql).library()).orElseThrow();
    }

    private CommitMode mode() {
        return store.createsAtomically() ? CommitMode.CREATE : CommitMode.CLAIMS;
    }

    /// Notes that the batch of this copy's version was just read or written there.
    void confirmed() {
        seen = Optional.of(clock.instant());
    }

    private Replica.Position position() {
        return database.read(sql -> new Replica(sql).position());
    }

    /// A library id: 32 random hexadecimal digits.
    private String newId() {
        return RandomHex.digits(random, 32);
    }
}
