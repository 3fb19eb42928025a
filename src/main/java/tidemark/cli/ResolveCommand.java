package tidemark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.ResolveResult;
import tidemark.library.records.PlainText;
import tidemark.problem.Problem;

/// The `resolve` command: resolves one conflict, or reverts its resolution.
@Command(name = "resolve", description = "Resolve a conflict, or open a resolved one again.")
final class ResolveCommand implements Callable<Integer> {
    /// The options for the choice, of which exactly one is given.
    private static final class Choices {
        @Option(
                names = "--of",
                paramLabel = "DEVICE",
                description = "Keep the version that was written on this device, as `conflicts` names it.")
        private Optional<String> device = Optional.empty();

        @Option(
                names = "--mine",
                description = "Keep the first version that `conflicts` names: of the device that merged.")
        private boolean mine;

        @Option(names = "--theirs", description = "Take the second.")
        private boolean theirs;

        @Option(
                names = "--take",
                paramLabel = "N",
                description = "Take the version with this number, counted from 1 as `conflicts` names them.")
        private Optional<Integer> version = Optional.empty();

        @Option(names = "--both", description = "Keep all: a further record is made with each other version.")
        private boolean both;

        @Option(
                names = "--text-file",
                paramLabel = "F",
                description = "Take the text of this file instead; - is stdin.")
        private Optional<String> textFile = Optional.empty();

        @Option(names = "--undo", description = "Open it again, and take back what resolving it did.")
        private boolean undo;
    }

    /// The conflict after the command.
    ///
    /// @param conflict its id
    /// @param choice the choice: mine, theirs, version, both, merged; empty when it is open again
    private record Resolved(String conflict, String record, String field, Optional<String> choice) implements Report {
        @Override
        public String text() {
            return choice.map(chosen ->
                            "Resolved: " + field + " of \"" + PlainText.oneLine(record) + "\" (" + chosen + ").")
                    .orElse("Open again: " + field + " of \"" + PlainText.oneLine(record) + "\".");
        }
    }

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The conflict, as `conflicts` lists it.")
    private String id = "";

    @ArgGroup(multiplicity = "1")
    private Choices choices = new Choices();

    ResolveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> choices.undo ? reopen(app) : resolve(app));
    }

    private Resolved resolve(App app) {
        var conflicts = app.library().conflicts();
        var conflict = new IdPrefix(id).conflict(conflicts.open());
        return switch (conflicts.resolve(conflict, choice(conflict))) {
            case ResolveResult.Done(var now, var _) -> report(now);
            case ResolveResult.Overtaken _ ->
                throw new CommandException(new Problem(
                        "The conflict was changed or resolved elsewhere just now.",
                        "Nothing was done.",
                        "Look at it again with `tidemark conflicts`."));
            case ResolveResult.Refused(var _, var problem) -> throw new CommandException(problem);
        };
    }

    private static Choice by(String device, Conflict conflict) {
        var versions = conflict.all().versions();
        var written = versions.stream()
                .filter(version ->
                        version.device().equals(device) || version.deviceId().equals(device))
                .toList();
        if (written.size() != 1) {
            var names = versions.stream()
                    .map(version -> "'" + version.device() + "'")
                    .toList();
            throw new CommandException(new Problem(
                    "'" + device + "' does not tell which version is meant: they were written on "
                            + String.join(" and ", names) + ".",
                    "Nothing was done.",
                    "Give one of these names, or --take 1 for the first, --take 2 for the second and so on."));
        }
        return choice(conflict, written.getFirst());
    }

    private static Choice choice(Conflict conflict, Conflict.Version version) {
        return version.equals(conflict.theirs()) ? new Choice.Theirs() : conflict.choiceOf(version);
    }

    private static Choice numbered(int number, Conflict conflict) {
        var versions = conflict.all().versions();
        if (number < 1 || number > versions.size()) {
            throw new CommandException(new Problem(
                    "There is no version " + number + ": this conflict has " + versions.size() + ".",
                    "Nothing was done.",
                    "Look at them with `tidemark conflicts`."));
        }
        return choice(conflict, versions.get(number - 1));
    }

    private Choice choice(Conflict conflict) {
        if (choices.device.isPresent()) {
            return by(choices.device.get(), conflict);
        }
        if (choices.version.isPresent()) {
            return numbered(choices.version.get(), conflict);
        }
        if (choices.mine) {
            return new Choice.Mine();
        }
        if (choices.theirs) {
            return new Choice.Theirs();
        }
        return choices.both
                ? new Choice.Both()
                : conflict.merged(new TextSource(choices.textFile.orElseThrow()).read(session.terminal()));
    }

    private Resolved reopen(App app) {
        var conflicts = app.library().conflicts();
        var resolved = new IdPrefix(id).conflict(conflicts.resolved());
        return report(conflicts
                .reopen(resolved)
                .orElseThrow(() -> CommandException.unknownId("such conflict", id, "conflicts")));
    }

    private static Resolved report(Conflict conflict) {
        var subject = conflict.subject();
        var choice = conflict.state() instanceof Conflict.State.Resolved(var chosen, var _, var _, var _)
                ? Optional.of(chosen)
                : Optional.<String>empty();
        return new Resolved(conflict.id(), subject.title(), subject.field(), choice);
    }
}
