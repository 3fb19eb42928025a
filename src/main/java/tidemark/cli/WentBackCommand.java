package tidemark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.sync.RollbackDecision;

/// The `remote went-back` command: decides whose state counts after a rollback of the remote.
@Command(
        name = "went-back",
        description = {
            "Decide whose state counts after the remote was emptied, swapped, or restored to an older day.",
            "Nothing is lost whichever you choose: what is replaced is kept in the library's backups folder."
        })
final class WentBackCommand implements Callable<Integer> {
    /// The options for the decision, of which exactly one is given.
    static final class Choices {
        @Option(
                names = "--send",
                required = true,
                description = "Send this device's state: the remote then holds what this device holds, and the other"
                        + " devices follow, with what they have not sent yet.")
        private boolean send;

        @Option(
                names = "--take",
                required = true,
                description = "Take the remote's copy: this device then holds what the remote holds, and its own unsent"
                        + " changes on top of that.")
        private boolean take;

        @Option(
                names = "--keep-local",
                required = true,
                description = "Go on without a remote: nothing is changed here or there.")
        private boolean keepLocal;

        /// The decision; empty for going on without a remote.
        Optional<RollbackDecision> decision() {
            return keepLocal
                    ? Optional.empty()
                    : Optional.of(take && !send ? RollbackDecision.TAKE : RollbackDecision.SEND);
        }
    }

    private final Session session;

    @ArgGroup(multiplicity = "1")
    private Choices choices = new Choices();

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isRehearsal;

    WentBackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> choices.decision()
                .map(decision -> isRehearsal ? rehearse(app, decision) : decide(app, decision))
                .orElseGet(() -> keepLocal(app)));
    }

    private static Report rehearse(App app, RollbackDecision decision) {
        var effects = app.foregroundSync().rehearse(decision).orElseThrow(CommandException::noRemote);
        return switch (decision) {
            case SEND -> Rehearsed.of("The remote", effects);
            case TAKE -> Rehearsed.of("This library", effects);
        };
    }

    private Report keepLocal(App app) {
        if (isRehearsal) {
            return new Done("No remote would be set; nothing here or there would change.");
        }
        app.remotes().forget().ifPresent(problem -> session.output().message(problem.toString()));
        return new Done("This library is on this computer only from now on; what lies on the remote stays there.");
    }

    private Report decide(App app, RollbackDecision decision) {
        return new SoleRound(session.terminal(), "Syncing", "Nothing was decided.")
                .run(app, (sync, progress) -> sync.decide(decision, progress), version -> done(version, decision));
    }

    private static String done(long version, RollbackDecision decision) {
        return switch (decision) {
            case SEND -> "The remote holds this device's state from version %,d on.".formatted(version);
            case TAKE ->
                "This device holds the remote's state at version %,d; what it held before is in its backups."
                        .formatted(version);
        };
    }
}
