package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.app.SyncAttempt;
import tidemark.problem.Problem;
import tidemark.sync.SyncResult;

/// The `remote skip-unreadable` command: goes past a batch that no device can read.
@Command(
        name = "skip-unreadable",
        description = {
            "Go past a batch on the remote that no device can read, and at which every device stops.",
            "The log goes on with the state before it. The device that wrote it still has what it held, and sends it"
                    + " anew; the others go on by themselves. Update Tidemark on that device first. Where one device"
                    + " can still read the batch, run `tidemark verify --remote --fix` there instead."
        })
final class SkipUnreadableCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--yes", required = true, description = "Yes, it is meant; the batch is gone for good.")
    private boolean yes;

    SkipUnreadableCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::skip);
    }

    private Report skip(App app) {
        var progress = new ProgressLine(session.terminal(), "Syncing");
        var attempt = yes
                ? app.foregroundSync().skipUnreadable((done, total, _) -> progress.at(done, total))
                : new SyncAttempt.NoRemote();
        progress.end();
        return switch (attempt) {
            case SyncAttempt.NoRemote() -> throw CommandException.noRemote();
            case SyncAttempt.Elsewhere _ -> throw new CommandException(elsewhere());
            case SyncAttempt.Ended(var result) -> ended(app, result);
        };
    }

    private static Problem elsewhere() {
        return new Problem(
                "Another Tidemark process is syncing this library.",
                "Nothing was skipped.",
                "Close its window, or end that process first.");
    }

    private static Report ended(App app, SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate _ ->
                new Done("The remote can be read to its end; this device is at version %,d."
                        .formatted(app.status().version()));
            case SyncResult.UpdateNeeded(var minReader) ->
                throw new CommandException(StatusReport.updateNeeded(minReader), ExitCode.of(result));
            case SyncResult.RolledBack(var problem, var _) -> throw new CommandException(problem, ExitCode.of(result));
        };
    }
}
