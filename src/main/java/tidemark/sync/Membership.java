package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.db.Database;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;

/// Whether the remote is the one this copy belongs to, and still as far as it was.
///
/// A missing object never counts as a deletion: when the remote lacks what was seen there, it went back.
final class Membership {
    private static final Duration TRUSTED = Duration.ofMinutes(10);
    private static final Duration TRUSTED_BEFORE_PUSH = Duration.ofSeconds(60);

    private static final Problem GONE = new Problem(
            "library.json was written to the remote and is not there.",
            "Nothing was sent.",
            "Check that the remote keeps what is written to it.");

    private final Database database;
    private final RemoteStore store;
    private final RemoteLog log;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ClaimCommits claims;
    private Optional<Instant> seen = Optional.empty();
    private Optional<LibraryCard> card = Optional.empty();

    Membership(SyncEngine.Parts parts, RemoteLog log, ClaimCommits claims) {
        this.database = parts.database();
        this.store = parts.store();
        this.log = log;
        this.clock = parts.clock();
        this.random = parts.random();
        this.claims = claims;
    }

    /// Joins the library on the remote, or makes this one the remote's, when that has not happened yet; otherwise makes
    /// sure once that it is the same. Returns its card.
    LibraryCard join() throws UpdateNeeded, WentBack {
        if (card.isPresent() && seen.isPresent()) {
            return card.get();
        }
        var own = database.read(sql -> new Replica(sql).library());
        var there = LibraryCard.read(store);
        if (isElsewhere(own, there) && StartOver.runIfAllowed(database, store.describe())) {
            return joinAnew(there, Optional.empty());
        }
        if (position().version().equals(Version.NONE)) {
            return joinAnew(there, own);
        }
        check(own, there);
        confirm();
        StartOver.joined(database, store.describe());
        return remembered(there.orElseThrow());
    }

    private LibraryCard remembered(LibraryCard joined) {
        var word = joined.commits().word();
        if (!database.read(sql -> new Replica(sql).get(Replica.COMMITS)).equals(Optional.of(word))) {
            database.change(sql -> new Replica(sql).set(Replica.COMMITS, word));
        }
        card = Optional.of(joined);
        return joined;
    }

    /// Puts the card there, unless another device is quicker: then that one counts. It is version 0, and
    /// decided by claims on any storage: before it nobody knows how commits are made there.
    private LibraryCard found(String library) throws UpdateNeeded {
        var own = LibraryCard.of(library, store.createsAtomically() ? CommitMode.CREATE : CommitMode.CLAIMS);
        if (claims.decide(Slot.LIBRARY, own.bytes()) == Creation.EXISTS) {
            return LibraryCard.read(store).orElseThrow(() -> new Corrupt(GONE));
        }
        store.deleteFolder(Slot.LIBRARY.folder());
        store.add(Layout.README, Body.of(Layout.README_TEXT.getBytes(StandardCharsets.UTF_8)));
        return own;
    }

    /// Also for a device that has no version yet: taken along to a new place, the id would be the one of the library
    /// that other devices are still to bring there.
    private static boolean isElsewhere(Optional<String> own, Optional<LibraryCard> card) {
        return own.isPresent() && !own.equals(card.map(LibraryCard::library));
    }

    private LibraryCard joinAnew(Optional<LibraryCard> there, Optional<String> own) throws UpdateNeeded {
        var joined = there.isPresent() ? there.get() : found(own.orElseGet(this::newId));
        database.change(sql -> new Replica(sql).library(joined.library()));
        StartOver.joined(database, store.describe());
        seen = Optional.of(clock.instant());
        return remembered(joined);
    }

    private static void check(Optional<String> own, Optional<LibraryCard> card) throws WentBack {
        if (card.isEmpty()) {
            throw new WentBack("The remote is empty, though this library was synced with it before.");
        }
        if (!own.equals(Optional.of(card.get().library()))) {
            throw new WentBack("The remote holds another library than the one on this device.");
        }
    }

    /// Looks whether the batch of this copy's own version is there, unless it was seen lately.
    void confirmLately() throws WentBack {
        confirmWithin(TRUSTED);
    }

    /// Like [#confirmLately], but stricter: a push must not land on a remote that went back.
    void confirmBeforePush() throws WentBack {
        confirmWithin(TRUSTED_BEFORE_PUSH);
    }

    private void confirmWithin(Duration trusted) throws WentBack {
        var now = clock.instant();
        var fresh =
                seen.map(at -> !now.isBefore(at) && Duration.between(at, now).compareTo(trusted) < 0);
        if (!fresh.orElse(false)) {
            confirm();
        }
    }

    private void confirm() throws WentBack {
        var position = position();
        var there = position.version().equals(Version.NONE)
                ? store.head(Layout.LIBRARY).isPresent()
                : log.holds(position.version(), position.hash());
        if (!there) {
            throw new WentBack(
                    "The remote no longer holds version " + position.version() + " as this device knows it.");
        }
        seen = Optional.of(clock.instant());
    }

    /// The batch of this copy's version was just read or written there.
    void confirmed() {
        seen = Optional.of(clock.instant());
    }

    private Replica.Position position() {
        return database.read(sql -> new Replica(sql).position());
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
