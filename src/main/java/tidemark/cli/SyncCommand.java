package tidemark.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.app.FilesMoved;
import tidemark.app.SyncAttempt;
import tidemark.conflict.ConflictPolicy;
import tidemark.files.TransferStatus;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// The `sync` command: runs one sync round.
@Command(name = "sync", description = "Send what is pending and take what is new, once.")
final class SyncCommand implements Callable<Integer> {
    private static final Duration MAX_WAIT = Duration.ofMinutes(10);

    /// The result of the round.
    ///
    /// @param before the version of this copy before the round
    /// @param pulled the number of batches applied
    /// @param pushed the number of batches committed
    /// @param uploaded contents of files that were sent
    /// @param downloaded contents of files that were fetched
    /// @param deletedLocal contents that made room for others here
    /// @param deletedRemote contents removed from the remote
    /// @param metadataSynced batches of rows that were sent or applied
    /// @param waiting why contents were not moved
    private record Synced(
            long before,
            long pulled,
            long pushed,
            long uploaded,
            long downloaded,
            @JsonProperty("deleted_local") long deletedLocal,
            @JsonProperty("deleted_remote") long deletedRemote,
            @JsonProperty("metadata_synced") long metadataSynced,
            List<Problem> waiting,
            StatusReport status)
            implements Report {
        static Synced nothing(StatusReport status) {
            return of(status.version(), 0, 0, FilesMoved.NOTHING, status);
        }

        static Synced of(long before, long pulled, long pushed, FilesMoved files, StatusReport status) {
            return new Synced(
                    before,
                    pulled,
                    pushed,
                    files.sent().count(),
                    files.fetched().count(),
                    files.removed(),
                    0,
                    pulled + pushed,
                    files.problems(),
                    status);
        }

        @Override
        public String text() {
            var moved = "%s%s; version %,d.".formatted(transferred(), files(), status.version());
            return status.conflicts() == 0
                    ? moved
                    : moved + " " + Count.of(status.conflicts(), "conflict") + " to review.";
        }

        private String files() {
            return uploaded + downloaded == 0 ? "" : "; of files sent %,d, fetched %,d".formatted(uploaded, downloaded);
        }

        private String transferred() {
            // Versions beyond the applied and committed batches came with a checkpoint.
            if (status.version() > before + pulled + pushed) {
                return "Took a copy of the whole library, %s since, and sent %s"
                        .formatted(Count.of(pulled, "batch"), Count.of(pushed, "batch"));
            }
            return pulled + pushed == 0
                    ? "Nothing new here or there"
                    : "Sent %s, took %s".formatted(Count.of(pushed, "batch"), Count.of(pulled, "batch"));
        }

        @Override
        public ExitCode exitCode() {
            return status.conflicts() == 0 && waiting.isEmpty() ? ExitCode.DONE : ExitCode.REVIEW;
        }
    }

    private final Session session;

    @Option(
            names = "--wait",
            description = "While another process syncs this library, wait until it has sent everything, 10 minutes at"
                    + " most.")
    private boolean wait;

    @Option(
            names = "--policy",
            paramLabel = "P",
            description = "What becomes of conflicts that arise now: ask, mine, theirs or both; both versions are kept"
                    + " either way. Without it, as the settings say.")
    private Optional<ConflictPolicy> policy = Optional.empty();

    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::sync);
    }

    private Report sync(App app) {
        var before = app.status().version();
        var progress = new ProgressLine(session.terminal(), "Syncing");
        var bar = new TransferLine(session.terminal());
        var attempt = attempt(app, (done, total, _) -> progress.at(done, total), status -> {
            progress.end();
            bar.at(status);
        });
        progress.end();
        bar.end();
        return switch (attempt) {
            case SyncAttempt.NoRemote() -> throw CommandException.noRemote();
            case SyncAttempt.Elsewhere(var pending) -> elsewhere(app, pending);
            case SyncAttempt.Ended(var result, var files) -> ended(app, before, result, files);
        };
    }

    private SyncAttempt attempt(App app, Progress progress, Consumer<TransferStatus> transfers) {
        var chosen = policy.orElseGet(() -> app.settings().conflictPolicy());
        return app.foregroundSync().sync(progress, wait ? MAX_WAIT : Duration.ZERO, chosen, transfers);
    }

    private Report elsewhere(App app, long pending) {
        if (pending > 0) {
            throw new CommandException(new Problem(
                    "Another Tidemark process is syncing this library.",
                    Count.of(pending, "change") + (pending == 1 ? " waits" : " wait")
                            + " for it, and what is here is safe.",
                    "Look again in a while, or use --wait."));
        }
        session.output().message("Another Tidemark process is syncing this library; it has sent everything.");
        return Synced.nothing(status(app));
    }

    private Report ended(App app, long before, SyncResult result, FilesMoved files) {
        files.problems().forEach(problem -> session.output().message(problem.toString()));
        if (app.files().settings().isPaused()) {
            session.output().message("The transfer of files is paused; `tidemark file settings --resume` ends that.");
        }
        return switch (result) {
            case SyncResult.UpToDate(var pulled, var pushed, var notice) -> {
                notice.ifPresent(word -> session.output().message(word.toString()));
                yield Synced.of(before, pulled, pushed, files, status(app));
            }
            case SyncResult.UpdateNeeded(var minReader) ->
                throw new CommandException(StatusReport.updateNeeded(minReader), ExitCode.of(result));
            case SyncResult.RolledBack(var problem, var _) -> throw new CommandException(problem, ExitCode.of(result));
        };
    }

    private static StatusReport status(App app) {
        return StatusReport.of(app, app.status());
    }
}
