package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The `status` command: reports the sync status without asking the remote.
@Command(
        name = "status",
        description = {
            "Say where the library stands, without asking the remote: it answers at once and offline.",
            "Where the last check in the background or by `verify` found the library damaged, it ends with 6."
        })
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
