package tidemark.sync.log;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.RandomHex;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.format.Hash;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Pause;

/// Commits by claims (rule 12), on storage that is trusted with one thing only: a listing shows every write that had
/// finished before.
///
/// The devices agree on a hash by claims; only its bytes are ever put under the number. Whatever is delayed, lost or
/// repeated and whichever device crashes, no two devices decide differently, and the next proposer finishes what was
/// begun.
public final class ClaimCommits implements Commits {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimCommits.class);
    private static final Body NOTHING = Body.of(new byte[0]);
    private static final int MOST_NAMES = 100_000;
    private static final int MOST_BALLOTS = 10;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 6;

    private final RemoteStore store;
    private final RandomGenerator random;
    private final Pause pause;

    /// Commits to this store.
    ///
    /// @param random draws the names of proposers and the waits between ballots
    /// @param pause waits between ballots
    public ClaimCommits(RemoteStore store, RandomGenerator random, Pause pause) {
        this.store = store;
        this.random = random;
        this.pause = pause;
    }

    @Override
    public Creation commit(Outgoing.Frozen frozen) {
        return decide(Slot.of(frozen.version()), frozen.bytes());
    }

    /// Has the slot decided, for these bytes if no others are accepted already. `CREATED`: these are under the name
    /// now. `EXISTS`: something is there, perhaps these.
    ///
    /// @throws Unavailable when the outcome is not known, or after
    /// ten ballots
    public Creation decide(Slot slot, byte[] bytes) {
        var own = Hash.of(bytes);
        if (!offer(slot, own, bytes)) {
            return Creation.EXISTS;
        }
        var proposer = Proposer.of(newName(), own);
        while (true) {
            switch (proposer.phase()) {
                case PREPARE, ACCEPT -> {
                    store.add(slot.name(proposer.claim()), NOTHING);
                    proposer = proposer.claimed();
                }
                case READ, READ_AGAIN -> proposer = proposer.listed(claims(slot));
                case OUTBID -> {
                    backOff(slot, proposer.rounds());
                    if (isTaken(slot)) {
                        return Creation.EXISTS;
                    }
                    proposer = proposer.nextBallot();
                }
                case DECIDED -> {
                    return publish(slot, proposer.value().orElseThrow(), new Proposal(own, bytes));
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proposal(Hash hash, byte[] bytes) {}

    /// Puts the bytes as a body, and reads them back before anything is claimed for them: a device that adopts the
    /// value later must find them. False when the slot was decided meanwhile, and its bytes were moved away.
    private boolean offer(Slot slot, Hash hash, byte[] bytes) {
        store.add(slot.body(hash), Body.of(bytes));
        var kept = store.get(slot.body(hash), RemoteLog.LARGEST);
        if (kept.isEmpty() && isTaken(slot)) {
            return false;
        }
        if (!kept.map(RemoteObject::bytes).map(Hash::of).equals(Optional.of(hash))) {
            throw new Unavailable(notKept(slot), Optional.empty());
        }
        return true;
    }

    private Claims claims(Slot slot) {
        return new Claims(store.list(slot.prefix(), Optional.empty(), MOST_NAMES).stream()
                .map(slot::claim)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    /// Whether the name is taken. A device that asks for a number has seen the one before it. Before the manifest there
    /// is nothing to see, and one that is taken for missing would be replaced: there, a listing counts.
    private boolean isTaken(Slot slot) {
        return slot.equals(Slot.LIBRARY)
                ? store.list(slot.target().value(), Optional.empty(), 1).contains(slot.target())
                : store.head(slot.target()).isPresent();
    }

    /// Puts the decided bytes under the name. The claims may have been deleted since the listing; the number itself
    /// then says what was decided.
    private Creation publish(Slot slot, Hash decided, Proposal own) {
        if (isTaken(slot)) {
            return Creation.EXISTS;
        }
        var isOwn = decided.equals(own.hash());
        var bytes = isOwn ? Optional.of(own.bytes()) : body(slot, decided);
        if (bytes.isEmpty()) {
            if (isTaken(slot)) {
                return Creation.EXISTS;
            }
            throw new Corrupt(bodyIsGone(slot));
        }
        store.promote(slot.body(decided), slot.target(), Body.of(bytes.get()));
        LOG.debug("{} was decided by claims", slot.target());
        return isOwn ? Creation.CREATED : Creation.EXISTS;
    }

    private Optional<byte[]> body(Slot slot, Hash hash) {
        return store.get(slot.body(hash), RemoteLog.LARGEST)
                .map(RemoteObject::bytes)
                .filter(bytes -> Hash.of(bytes).equals(hash));
    }

    /// Waits a random time, so that two proposers do not outbid each other again and again.
    private void backOff(Slot slot, int rounds) {
        if (rounds >= MOST_BALLOTS) {
            throw new Unavailable(crowded(slot), Optional.empty());
        }
        var longest = FIRST_WAIT.multipliedBy(1L << Math.min(rounds, MOST_DOUBLINGS));
        pause.of(Duration.ofMillis(random.nextLong(longest.toMillis())));
    }

    /// Puts under a number, whose object is damaged, the bytes that were decided for it, where the claims still hold
    /// them; returns whether they did.
    ///
    /// Something is there, so there was a decision; any value accepted in a later ballot is the same.
    boolean mend(Slot slot) {
        var decided = claims(slot).accepted();
        var bytes = decided.flatMap(hash -> body(slot, hash));
        bytes.ifPresent(found -> store.promote(slot.body(decided.orElseThrow()), slot.target(), Body.of(found)));
        return bytes.isPresent();
    }

    private String newName() {
        return RandomHex.digits(random, 32);
    }

    private static Problem notKept(Slot slot) {
        return new Problem(
                "The remote does not give back what was just written to it for " + slot.target() + ".",
                "Your changes are safe here and not sent yet.",
                "Check that the remote's disk is not full.");
    }

    private static Problem bodyIsGone(Slot slot) {
        return new Problem(
                "The devices agreed on what " + slot.target() + " holds, and it is missing or damaged in "
                        + slot.folder() + ".",
                "Sync has stopped; your library and your edits are untouched.",
                "Restore that folder from a backup of the remote, or start Tidemark on the computer that wrote it.");
    }

    private static Problem crowded(Slot slot) {
        return new Problem(
                "Other devices send at the same time, and " + slot.target() + " is not decided yet.",
                "Your changes are safe here and not sent yet.",
                "Nothing to do: it is tried again.");
    }
}
