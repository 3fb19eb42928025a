package tidemark.remote.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.Body;
import tidemark.remote.Inspectable;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;

/// One run of a probe, from the first request to the last.
final class ProbeRun {
    /// The outcome for storage that keeps no old versions.
    static final Outcome UNVERSIONED = new Outcome.Passed("Old versions are not kept.");

    private static final List<ProbeStep> STEPS = List.of(ProbeStep.values());
    private static final String EARLIER_STEP_FAILED = "A step before this one failed.";
    private static final String NOT_NEEDED = "Not needed: this storage says itself who came first.";
    private static final String NO_TIME = "Time or requests ran out.";

    private final RemoteStore store;
    private final Optional<Inspectable> about;
    private final RequestBudget budget;
    private final String folder;
    private final Consumer<StepResult> progress;
    private final List<StepResult> results = new ArrayList<>();
    private final List<ObjectName> scratch = new ArrayList<>();
    private Optional<Verdict> verdict = Optional.empty();

    ProbeRun(
            RemoteStore store,
            Optional<Inspectable> about,
            RequestBudget budget,
            String folder,
            Consumer<StepResult> progress) {
        this.store = store;
        this.about = about;
        this.budget = budget;
        this.folder = folder;
        this.progress = progress;
    }

    List<StepResult> results() {
        return results;
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    void run() {
        try {
            if (tryAccess()) {
                step(ProbeStep.READ, this::read);
                step(ProbeStep.CLOCK, () -> new ClockDifference(about.flatMap(Inspectable::clockDifference)).outcome());
                commits();
                step(ProbeStep.NAMES, this::names);
                step(ProbeStep.VERSIONING, this::versioning);
            }
            skipBefore(ProbeStep.DELETE, EARLIER_STEP_FAILED);
        } catch (RequestBudget.Exhausted e) {
            skipBefore(ProbeStep.DELETE, NO_TIME);
        }
        budget.openReserve();
        try {
            cleanUp();
        } catch (RequestBudget.Exhausted e) {
            skipAll(NO_TIME);
        }
    }

    /// Finds the verdict. Storage that does not claim to create atomically is not asked to: it could pass by chance.
    private void commits() {
        if (store.createsAtomically()) {
            tryCreation();
        } else {
            skipBefore(ProbeStep.LISTED_AT_ONCE, "Not needed: devices settle it among themselves.");
            verdict = Optional.of(new Verdict.ByClaims());
        }
        if (verdict.filter(found -> !found.isAtomic()).isPresent()) {
            step(ProbeStep.LISTED_AT_ONCE, this::listedAtOnce);
            step(ProbeStep.READ_WHOLE, this::readWhole);
        } else {
            skipBefore(ProbeStep.NAMES, verdict.isPresent() ? NOT_NEEDED : EARLIER_STEP_FAILED);
        }
    }

    private void tryCreation() {
        var creation = new AtomicCreation(store, budget);
        step(ProbeStep.CREATE_TAKEN, () -> creation.taken(scratch("created")));
        step(
                ProbeStep.CREATE_RACE,
                () -> results.getLast().outcome() instanceof Outcome.Passed
                        ? creation.race(folder, scratch)
                        : new Outcome.Skipped("Not tried: creating twice was not refused."));
        verdict = creation.verdict();
    }

    /// Tries the one thing that commits by claims rely on.
    private Outcome listedAtOnce() {
        var finding = store.listsAtOnce()
                ? new ListAfterWrite(store, budget).run(folder, scratch)
                : Optional.of("Listings of folders that several computers share may be old.");
        if (finding.isEmpty()) {
            return new Outcome.Passed(ListAfterWrite.LISTINGS + " listings showed what had just been written.");
        }
        verdict = Optional.of(new Verdict.Unfit());
        return Outcome.failed(finding.get());
    }

    /// Counts torn reads; they are harmless, since everything that is read is checked.
    private Outcome readWhole() {
        var torn = new TornReads(store, budget).torn(scratch("replaced"));
        return torn == 0
                ? new Outcome.Passed(TornReads.READS + " reads that met a write showed all of it or nothing of it.")
                : new Outcome.Lacking(torn + " of " + TornReads.READS
                        + " reads that met a write showed half of it; everything that is read is checked.");
    }

    private Outcome names() {
        var place = new ObjectName(folder.substring(0, folder.length() - 1));
        var lost = about.flatMap(store -> budget.run(() -> store.lostNames(place)));
        if (lost.isEmpty()) {
            return new Outcome.Skipped("Not needed: this storage keeps every name.");
        }
        return new KeptNames(lost.get()).outcome();
    }

    /// Lists and writes. A storage that refuses both does not know the credentials; one that refuses one of them does
    /// not allow it.
    private boolean tryAccess() {
        Outcome listed;
        try {
            listed = list();
        } catch (Unavailable e) {
            end(ProbeStep.REACH, new Outcome.Unanswered(e.problem()));
            return false;
        } catch (RequestBudget.Exhausted e) {
            end(ProbeStep.REACH, new Outcome.Unanswered(noAnswer()));
            return false;
        }
        end(ProbeStep.REACH, new Outcome.Passed(store.describe()));
        var written = write();
        if (listed instanceof Outcome.Failed && !(written instanceof Outcome.Passed)) {
            end(ProbeStep.SIGN_IN, listed);
            return false;
        }
        end(ProbeStep.SIGN_IN, new Outcome.Passed("The credentials are accepted."));
        end(ProbeStep.LIST, listed);
        end(ProbeStep.WRITE, written);
        return written instanceof Outcome.Passed;
    }

    private Problem noAnswer() {
        return new Problem(
                "No answer came from " + store.describe() + " within " + RequestBudget.TIME_FOR_TRYING.toSeconds()
                        + " seconds.",
                "It is not known whether the storage can be trusted, so it was not set up.",
                "Check the address and that the server runs, and try again.");
    }

    private Outcome list() {
        try {
            var names = budget.run(() -> store.list(folder, Optional.empty(), 1));
            return names.isEmpty()
                    ? new Outcome.Passed("Names are listed.")
                    : Outcome.failed("A place that was never used is said to hold something.");
        } catch (Denied | Corrupt e) {
            return new Outcome.Failed(e.problem());
        }
    }

    private Outcome write() {
        var name = scratch("written");
        try {
            budget.run(() -> put(name));
            return new Outcome.Passed("An object was put.");
        } catch (Denied e) {
            scratch.clear();
            return new Outcome.Failed(e.problem());
        } catch (Unavailable e) {
            return new Outcome.Unanswered(e.problem());
        } catch (Corrupt e) {
            return new Outcome.Failed(e.problem());
        }
    }

    private ObjectName put(ObjectName name) {
        store.put(name, Body.of(ReadBack.BYTES), ReadBack.METADATA);
        return name;
    }

    private Outcome read() {
        return new ReadBack(store, budget, scratch.getFirst()).outcome();
    }

    private Outcome versioning() {
        return switch (about.map(store -> budget.run(store::versioning)).orElse(Inspectable.Versioning.UNKNOWN)) {
            case ON ->
                new Outcome.Passed("Old versions are kept; a rule of the bucket should remove them after some days.");
            case OFF -> UNVERSIONED;
            case UNKNOWN -> new Outcome.Skipped("This storage does not tell.");
        };
    }

    private void cleanUp() {
        if (scratch.isEmpty()) {
            skipAll(EARLIER_STEP_FAILED);
            return;
        }
        step(ProbeStep.DELETE, () -> {
            budget.run(() -> remove(scratch.getFirst()));
            return new Outcome.Passed("An object was removed.");
        });
        step(ProbeStep.CLEAN_UP, () -> {
            scratch.forEach(name -> budget.run(() -> remove(name)));
            budget.run(this::removeFolder);
            var left = budget.run(() -> store.list(folder, Optional.empty(), 1));
            return left.isEmpty()
                    ? new Outcome.Passed("Nothing of this test is left.")
                    : Outcome.failed("Something of this test is left under " + folder + ".");
        });
    }

    /// Deletes the folder itself, which storage with real folders would keep.
    private String removeFolder() {
        if (!store.createsAtomically()) {
            store.deleteFolder(new ObjectName(folder.substring(0, folder.length() - 1)));
        }
        return folder;
    }

    private ObjectName remove(ObjectName name) {
        store.delete(name);
        return name;
    }

    private ObjectName scratch(String last) {
        var name = new ObjectName(folder + last);
        scratch.add(name);
        return name;
    }

    private void skipBefore(ProbeStep step, String why) {
        skip(STEPS.subList(results.size(), Math.max(results.size(), STEPS.indexOf(step))), why);
    }

    private void skipAll(String why) {
        skip(STEPS.subList(results.size(), STEPS.size()), why);
    }

    private void skip(List<ProbeStep> steps, String why) {
        steps.forEach(step -> end(step, new Outcome.Skipped(why)));
    }

    private void step(ProbeStep step, Supplier<Outcome> work) {
        Outcome outcome;
        try {
            outcome = work.get();
        } catch (Unavailable e) {
            outcome = new Outcome.Unanswered(e.problem());
        } catch (TidemarkException e) {
            outcome = new Outcome.Failed(e.problem());
        }
        end(step, outcome);
    }

    private void end(ProbeStep step, Outcome outcome) {
        var result = new StepResult(step, outcome);
        results.add(result);
        progress.accept(result);
    }
}
