package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tidemark.app.ForegroundSync;

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

    @Mixin
    private Confirmation confirmation = new Confirmation();

    EmptyHistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        confirmation.require();
        var round = new SoleRound(session.terminal(), "Emptying", "Nothing was emptied.");
        return session.inLibrary(app -> round.run(
                app,
                ForegroundSync::emptyHistory,
                version -> "The history on the remote is empty up to version %,d.".formatted(version - 1)));
    }
}
