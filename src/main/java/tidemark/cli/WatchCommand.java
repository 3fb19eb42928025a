package tidemark.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import tidemark.app.App;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// The `watch` command: keeps the library in sync until the process is told to end.
@Command(
        name = "watch",
        description = {
            "Keep the library in sync until interrupted, and say each change of its state.",
            "With --json, each is a document on a line of its own."
        })
final class WatchCommand implements Callable<Integer> {
    private final Session session;
    private final AtomicReference<String> lastLine = new AtomicReference<>("");

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.follow(this::watch);
    }

    private void watch(App app) {
        if (app.remotes().current().isEmpty()) {
            throw CommandException.noRemote();
        }
        app.syncing().onStatus(status -> print(app, status));
        app.backups().onProblem(problem -> session.output().message(problem.toString()));
        app.check().onProblem(problem -> session.output().message(problem.toString()));
        app.syncing().start();
        app.backups().start();
        app.check().start();
        app.awaitEnd();
    }

    /// Prints the status when its line has changed; the polling of the remote every half minute is left out.
    private void print(App app, SyncStatus status) {
        var report = StatusReport.ofRunning(app, status);
        var isNews = !(status.state() instanceof SyncState.Checking || status.state() instanceof SyncState.LocalOnly);
        if (isNews && !lastLine.getAndSet(report.line()).equals(report.line())) {
            session.output().line(report, report.line());
        }
    }
}
