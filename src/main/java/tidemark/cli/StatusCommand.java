package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The `status` command: reports the sync status without asking the remote.
@Command(
        name = "status",
        description = "Say where the library stands, without asking the remote: it answers at once and offline.")
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> StatusReport.of(app, app.status()));
    }
}
