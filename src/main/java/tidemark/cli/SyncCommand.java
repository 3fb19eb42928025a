package tidemark.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.app.SyncAttempt;
import tidemark.conflict.ConflictPolicy;
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
    private record Synced(long before, long pulled, long pushed, StatusReport status) implements Report {
        static Synced nothing(StatusReport status) {
            return new Synced(status.version(), 0, 0, status);
        }

        @Override
        public String text() {
            var moved = "%s; version %,d.".formatted(transferred(), status.version());
            return status.conflicts() == 0
                    ? moved
                    : moved + " " + Count.of(status.conflicts(), "conflict") + " to review.";
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
            return status.conflicts() == 0 ? ExitCode.DONE : ExitCode.REVIEW;
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
        var attempt = attempt(app, (done, total, _) -> progress.at(done, total));
        progress.end();
        return switch (attempt) {
            case SyncAttempt.NoRemote() -> throw CommandException.noRemote();
            case SyncAttempt.Elsewhere(var pending) -> elsewhere(app, pending);
            case SyncAttempt.Ended(var result) -> ended(app, before, result);
        };
    }

    private SyncAttempt attempt(App app, Progress progress) {
        var timeout = wait ? MAX_WAIT : Duration.ZERO;
        return policy.map(chosen -> app.foregroundSync().sync(progress, timeout, chosen))
                .orElseGet(() -> app.foregroundSync().sync(progress, timeout));
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

    private Report ended(App app, long before, SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate(var pulled, var pushed, var notice) -> {
                notice.ifPresent(word -> session.output().message(word.toString()));
                yield new Synced(before, pulled, pushed, status(app));
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
