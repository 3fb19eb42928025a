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
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Finding;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// A full check of the remote. The whole log is replayed from its beginning beside the library, each batch against the
/// one before; the checkpoint and this copy must agree with the replay, and every attachment must have the hash that it
/// is named by.
public final class RemoteCheck {
    private final SyncContext context;
    private final Progress progress;
    private final RemoteLog log;
    private final List<String> logFindings = new ArrayList<>();
    private final List<String> copyFindings = new ArrayList<>();
    private final List<String> checkpointFindings = new ArrayList<>();
    private Optional<Version> broken = Optional.empty();

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
        while (check.mendBatch()) {
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
                new Finding("this copy against the remote", copyFindings),
                new Finding("remote attachments", new AttachmentCheck(context.store()).findings()));
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
        logFindings.add(finding);
        broken = Optional.of(version);
    }

    /// Puts the kept bytes of the broken batch under their number again, and returns whether they were kept; a device
    /// that read them before sees no difference.
    private boolean mendBatch() {
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
