package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.app.SyncAttempt;
import tidemark.problem.Problem;
import tidemark.sync.SyncResult;

/// The `history empty` command: truncates the history on the remote.
@Command(
        name = "empty",
        description = {
            "Empty the history on the remote: older versions of everything, and what was removed for good, can then no"
                    + " longer be read there. What the library holds now stays, on all devices.",
            "Devices that were away go on from the base that takes its place, and send what they have not sent yet."
        })
final class EmptyHistoryCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--yes", required = true, description = "Yes, it is meant; it cannot be undone.")
    private boolean yes;

    EmptyHistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::empty);
    }

    private Report empty(App app) {
        var progress = new ProgressLine(session.terminal(), "Emptying");
        var attempt = yes
                ? app.foregroundSync().emptyHistory((done, total, _) -> progress.at(done, total))
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
                "Nothing was emptied.",
                "Close its window, or end that process first.");
    }

    private static Report ended(App app, SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate _ ->
                new Done("The history on the remote is empty up to version %,d."
                        .formatted(app.status().version() - 1));
            case SyncResult.UpdateNeeded(var minReader) ->
                throw new CommandException(StatusReport.updateNeeded(minReader), ExitCode.of(result));
            case SyncResult.RolledBack(var problem, var _) -> throw new CommandException(problem, ExitCode.of(result));
        };
    }
}
