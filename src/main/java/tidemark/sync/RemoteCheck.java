package tidemark.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.checkpoint.CheckpointCheck;
import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.checkpoint.LogEnd;
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.AlteredBatches;
import tidemark.sync.log.AlteredBatches.Altered;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Finding;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// A full check of the remote. The whole log is replayed from its beginning beside the library, each batch against the
/// one before; the checkpoint and this copy must agree with the replay.
public final class RemoteCheck {
    private final SyncContext context;
    private final Progress progress;
    private final RemoteLog log;
    private final List<String> logFindings = new ArrayList<>();
    private final List<String> copyFindings = new ArrayList<>();
    private final List<String> checkpointFindings = new ArrayList<>();
    private Optional<Version> broken = Optional.empty();
    private List<Altered> altered = List.of();
    private List<String> apartFromTheLog = List.of();

    private RemoteCheck(SyncContext context, Progress progress) {
        this.context = context;
        this.progress = progress;
        this.log = new RemoteLog(context.store(), context.database().schema().number());
    }

    /// Checks the remote of this library; reads all of it and changes nothing.
    ///
    /// @throws tidemark.remote.RemoteException when it cannot be reached
    public static List<Finding> run(SyncContext context, Progress progress) {
        return new RemoteCheck(context, progress).run();
    }

    /// Mends on the remote what this copy still holds: batches that are missing or damaged there and kept here, and the
    /// checkpoint. Then checks.
    public static List<Finding> mend(SyncContext context, Progress progress) {
        var check = new RemoteCheck(context, progress);
        var findings = check.run();
        while (check.mendBatches()) {
            check = new RemoteCheck(context, progress);
            findings = check.run();
        }
        if (!check.checkpointFindings.isEmpty() && check.logFindings.isEmpty() && check.copyFindings.isEmpty()) {
            new Checkpoints(context, check.log, new DeviceHints(context)).renew();
            findings = run(context, progress);
        }
        return findings;
    }

    private List<Finding> run() {
        try {
            checkLog(library());
        } catch (UpdateNeeded e) {
            throw new Denied(new Problem(
                    "A newer Tidemark wrote to the remote what this one cannot read (format " + e.minReader() + ").",
                    "The remote was not checked.",
                    "Update Tidemark on this computer."));
        }
        return List.of(
                new Finding("remote log", logFindings),
                new Finding("remote checkpoint", checkpointFindings),
                new Finding("this copy against the remote", copyFindings));
    }

    private String library() throws UpdateNeeded {
        var own = context.database().read(sql -> new Replica(sql).library()).orElse("");
        var manifest = LibraryManifest.read(context.store());
        if (manifest.isEmpty()) {
            logFindings.add("library.json is missing.");
        } else if (!own.isEmpty() && !manifest.get().library().equals(own)) {
            logFindings.add("library.json is another library's.");
        }
        return manifest.map(LibraryManifest::library).orElse(own);
    }

    private void checkLog(String library) throws UpdateNeeded {
        var taken = log.taken();
        try (var checkpoint = CheckpointCheck.of(context, library, checkpointFindings);
                var replay = Replay.of(context, library)) {
            apartFromTheLog = List.copyOf(checkpointFindings);
            replay.beginAtSnapshot();
            compare(replay, checkpoint);
            while (logFindings.isEmpty() && step(replay, taken)) {
                compare(replay, checkpoint);
                progress.advanced(
                        replay.position().version().number(),
                        taken.isEmpty() ? 0 : taken.last().number(),
                        0);
            }
            if (logFindings.isEmpty()) {
                checkpoint.ended(replay.position());
                checkEnd(replay.position());
            }
        }
        findAltered(taken);
    }

    private void compare(Replay replay, CheckpointCheck checkpoint) {
        checkpoint.passed(replay.position());
        var here = here();
        if (replay.position().version().equals(here.version())
                && !replay.position().equals(here)) {
            copyFindings.add("At version %s this copy holds another state than the remote's log leads to."
                    .formatted(here.version()));
        }
    }

    private void checkEnd(Replica.Position end) {
        if (here().version().isAfter(end.version())) {
            copyFindings.add("This copy is at version %s, the remote's log ends at %s."
                    .formatted(here().version(), end.version()));
        }
    }

    private Replica.Position here() {
        return context.database().read(sql -> new Replica(sql).position());
    }

    /// Replays one entry of the log, and returns whether there was one.
    private boolean step(Replay replay, SortedSet<Version> taken) throws UpdateNeeded {
        var next = replay.position().version().next();
        try {
            var step = replay.step();
            step.wrongHash()
                    .ifPresent(writer ->
                            logFindings.add("Version %s, written by %s, names another state hash than its rows have."
                                    .formatted(next, writer)));
            if (!step.moved() && !taken.tailSet(next).isEmpty()) {
                reportBroken(next, "Version %s is missing, though later ones are there.".formatted(next));
            }
            return step.moved();
        } catch (Corrupt e) {
            reportBroken(next, e.problem().cause());
            return false;
        }
    }

    private void reportBroken(Version version, String finding) {
        var isKept =
                context.database().read(sql -> new LocalLog(sql).bytes(version)).isPresent();
        logFindings.add(isKept ? finding : finding + " " + remedy(version));
        broken = Optional.of(version);
    }

    /// Looks for the batches that were altered, when the log or this copy does not fit the others: what was altered
    /// shows only later, and under another device's name.
    private void findAltered(SortedSet<Version> taken) {
        if (logFindings.isEmpty() && copyFindings.isEmpty()) {
            return;
        }
        altered = AlteredBatches.find(context.database(), log, taken);
        if (altered.isEmpty() || broken.filter(version -> !isExplained(version)).isPresent()) {
            return;
        }
        broken = Optional.empty();
        logFindings.clear();
        copyFindings.clear();
        checkpointFindings.retainAll(apartFromTheLog);
        altered.reversed().forEach(batch -> logFindings.add(inWords(batch)));
    }

    /// Whether what is found at this number comes from a batch that was altered there or before.
    private boolean isExplained(Version version) {
        return !altered.getLast().version().isAfter(version);
    }

    private String inWords(Altered batch) {
        var version = batch.version();
        return batch.right()
                .map(kept -> ("Version %s, which %s committed, was altered or replaced on the remote;"
                                + " --fix puts it back.")
                        .formatted(version, kept.batch().device().name()))
                .orElseGet(() -> "Version %s was altered or replaced on the remote after it was committed. %s"
                        .formatted(version, remedy(version)));
    }

    /// The remedy for a batch that is not kept here.
    private String remedy(Version version) {
        var others = new LogEnd(context, log).ahead(version.before());
        return "This device has not kept it. Run `tidemark verify --remote --fix` on %s. If no device has it, `tidemark"
                        .formatted(others.isEmpty() ? "a device that read it" : LogEnd.inWords(others))
                + " history empty` on one that is up to date takes it out of the log.";
    }

    /// Puts the kept bytes of broken batches under their numbers again, and returns whether there were any; a device
    /// that read them before sees no difference.
    private boolean mendBatches() {
        var isMended = false;
        for (var batch : altered) {
            if (batch.right().isPresent()) {
                log.putAgain(batch.version(), batch.right().get().bytes());
                isMended = true;
            }
        }
        return isMended || mendBroken();
    }

    private boolean mendBroken() {
        if (broken.isEmpty()) {
            return false;
        }
        var version = broken.get();
        var kept = context.database().read(sql -> new LocalLog(sql).bytes(version));
        if (kept.isEmpty() || log.holdsBytes(version, kept.get())) {
            return false;
        }
        log.putAgain(version, kept.get());
        return true;
    }
}
