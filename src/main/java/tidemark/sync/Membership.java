package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.db.Database;
import tidemark.remote.RemoteStore;

/// Whether the remote is the one this copy belongs to, and still as far as it was.
///
/// A missing object never counts as a deletion: when the remote lacks what was seen there, it went back.
final class Membership {
    private static final Duration TRUSTED = Duration.ofMinutes(10);
    private static final Duration TRUSTED_BEFORE_PUSH = Duration.ofSeconds(60);

    private final Database database;
    private final RemoteStore store;
    private final RemoteLog log;
    private final InstantSource clock;
    private final RandomGenerator random;
    private Optional<Instant> seen = Optional.empty();

    Membership(Database database, RemoteStore store, RemoteLog log, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.random = random;
    }

    /// Joins the library on the remote, or makes this one the remote's, when that has not happened yet; otherwise makes
    /// sure once that it is the same. Returns the library's id.
    String join() throws UpdateNeeded, WentBack {
        var own = database.read(sql -> new Replica(sql).library());
        if (own.isPresent() && seen.isPresent()) {
            return own.get();
        }
        var card = LibraryCard.read(store);
        if (isElsewhere(own, card) && StartOver.runIfAllowed(database, store.describe())) {
            return joinAnew(card, Optional.empty());
        }
        if (position().version().equals(Version.NONE)) {
            return joinAnew(card, own);
        }
        check(own, card);
        confirm();
        StartOver.joined(database, store.describe());
        return own.orElseThrow();
    }

    private boolean isElsewhere(Optional<String> own, Optional<LibraryCard> card) {
        return !position().version().equals(Version.NONE) && !own.equals(card.map(LibraryCard::library));
    }

    private String joinAnew(Optional<LibraryCard> card, Optional<String> own) throws UpdateNeeded {
        var library = card.isPresent() ? card.get() : LibraryCard.create(store, own.orElseGet(this::newId));
        database.change(sql -> new Replica(sql).library(library.library()));
        StartOver.joined(database, store.describe());
        seen = Optional.of(clock.instant());
        return library.library();
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
