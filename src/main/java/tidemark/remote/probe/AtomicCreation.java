package tidemark.remote.probe;

import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;

/// The trial of atomic creation in a store that claims it: first one request after the other, then many at once.
final class AtomicCreation {
    private static final long LIMIT = 1000;

    private final RemoteStore store;
    private final RequestBudget budget;
    private Optional<Verdict> verdict = Optional.empty();

    AtomicCreation(RemoteStore store, RequestBudget budget) {
        this.store = store;
        this.budget = budget;
    }

    /// The verdict so far; empty before the trial, or when it could not be finished.
    Optional<Verdict> verdict() {
        return verdict;
    }

    /// Creates one name twice, one request after the other.
    Outcome taken(ObjectName name) {
        var text = Body.of("tidemark probe".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try {
            if (budget.run(() -> store.create(name, text, Metadata.NONE)) != Creation.CREATED) {
                return Outcome.failed("A free name was said to be taken.");
            }
        } catch (Denied e) {
            return lacking(new Verdict.Refuses());
        }
        var again = budget.run(() -> store.create(name, Body.of(new byte[1]), Metadata.NONE));
        var current = budget.run(() -> store.get(name, LIMIT));
        if (again == Creation.CREATED || current.isEmpty() || current.get().bytes().length != text.size()) {
            return lacking(new Verdict.IgnoresSilently());
        }
        return new Outcome.Passed("A name that is taken stays as it is.");
    }

    /// Lets many requests create one name at once, round after round.
    Outcome race(String folder, List<ObjectName> scratch) {
        var wrong = new Race(store, budget).run(folder, scratch);
        if (wrong > 0) {
            return lacking(new Verdict.ChecksButDoesNotLock(wrong, Race.ROUNDS));
        }
        verdict = Optional.of(new Verdict.Atomic());
        return new Outcome.Passed(Race.ROUNDS + " races of " + Race.RACERS + " had one winner each.");
    }

    private Outcome lacking(Verdict found) {
        verdict = Optional.of(found);
        return new Outcome.Lacking("This storage " + found.shortcoming() + ".");
    }
}
