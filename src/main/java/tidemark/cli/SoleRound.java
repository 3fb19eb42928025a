package tidemark.cli;

import java.util.function.BiFunction;
import java.util.function.LongFunction;
import tidemark.app.App;
import tidemark.app.ForegroundSync;
import tidemark.app.SyncAttempt;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// A round of sync that changes what lies on the remote for all devices, while no other process syncs the library.
///
/// @param label the label of its progress bar
/// @param undone the sentence for a round that was not run: nothing was done
record SoleRound(Terminal terminal, String label, String undone) {
    /// Runs the round.
    ///
    /// @param round the call that runs it
    /// @param done the sentence on what was done; gets the version of this copy afterwards
    /// @throws tidemark.problem.TidemarkException when the round failed
    Report run(App app, BiFunction<ForegroundSync, Progress, SyncAttempt> round, LongFunction<String> done) {
        var bar = new ProgressLine(terminal, label);
        var attempt = round.apply(app.foregroundSync(), (finished, total, _) -> bar.at(finished, total));
        bar.end();
        return switch (attempt) {
            case SyncAttempt.NoRemote() -> throw CommandException.noRemote();
            case SyncAttempt.Elsewhere _ -> throw CommandException.syncedElsewhere(undone);
            case SyncAttempt.Ended(var result, var _) -> ended(app, result, done);
        };
    }

    private static Report ended(App app, SyncResult result, LongFunction<String> done) {
        return switch (result) {
            case SyncResult.UpToDate _ -> new Done(done.apply(app.status().version()));
            case SyncResult.UpdateNeeded(var minReader) ->
                throw new CommandException(StatusReport.updateNeeded(minReader), ExitCode.of(result));
            case SyncResult.RolledBack(var problem, var _) -> throw new CommandException(problem, ExitCode.of(result));
        };
    }
}
