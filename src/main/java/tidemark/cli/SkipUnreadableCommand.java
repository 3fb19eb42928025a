package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tidemark.app.ForegroundSync;

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

    @Mixin
    private Confirmation confirmation = new Confirmation();

    SkipUnreadableCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        confirmation.require();
        var round = new SoleRound(session.terminal(), "Syncing", "Nothing was skipped.");
        return session.inLibrary(app -> round.run(
                app,
                ForegroundSync::skipUnreadable,
                "The remote can be read to its end; this device is at version %,d."::formatted));
    }
}
