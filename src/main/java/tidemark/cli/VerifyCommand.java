package tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.sync.SyncedStateCheck;
import tidemark.sync.state.Finding;

/// The `verify` command: an integrity check of the library and, if asked for, of the remote.
@Command(
        name = "verify",
        description = {
            "Look whether the library is sound: the database file and its references, the search index against the"
                    + " rows, the fingerprint of the synced state added up anew, and what waits to be sent.",
            "Changes nothing unless --fix is given."
        })
final class VerifyCommand implements Callable<Integer> {
    /// The findings of all checks.
    private record Verified(boolean sound, List<Finding> checks) implements Report {
        static Verified of(List<Finding> checks) {
            return new Verified(checks.stream().allMatch(Finding::isSound), checks);
        }

        @Override
        public String text() {
            return checks.stream().map(Verified::text).collect(Collectors.joining("\n"));
        }

        private static String text(Finding check) {
            var notes = check.notes().isEmpty() ? "" : " (" + String.join("; ", check.notes()) + ")";
            return check.isSound()
                    ? check.part() + ": sound" + notes
                    : check.part() + ":" + notes + "\n"
                            + check.findings().stream()
                                    .map(found -> "  " + found)
                                    .collect(Collectors.joining("\n"));
        }

        @Override
        public ExitCode exitCode() {
            return sound ? ExitCode.DONE : ExitCode.DAMAGED;
        }
    }

    private final Session session;

    @Option(
            names = "--remote",
            description =
                    "Check the remote, too: every batch against the one before, the checkpoint and this copy"
                            + " against a replay from the start, the contents of files against their names and against the files that have them. Reads all of it.")
    private boolean remote;

    @Option(
            names = "--fix",
            description = "Mend what can be mended: the search index and the fingerprint are made anew from the rows;"
                    + " with --remote, missing or damaged batches and contents are put back as this device kept them,"
                    + " and the checkpoint is written anew.")
    private boolean fix;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::verify);
    }

    /// Runs the checks. Those that read rows may fail on a damaged file, so they are left out when the file itself is
    /// unsound.
    private Verified verify(App app) {
        var database = new Finding("database", app.database().fullCheck());
        if (!database.isSound()) {
            app.check().keep(database.findings());
            return Verified.of(List.of(database));
        }
        var checks = new ArrayList<>(List.of(database));
        checks.add(searchIndex(app));
        checks.add(syncedState(app));
        app.check()
                .keep(checks.stream()
                        .flatMap(check -> check.findings().stream())
                        .toList());
        checks.add(new Finding("waiting changes", new SyncedStateCheck(app.database()).findingsOfPending()));
        if (remote) {
            checks.addAll(ofRemote(app).orElseThrow(CommandException::noRemote));
        }
        return Verified.of(checks);
    }

    private Finding searchIndex(App app) {
        var findings = app.indexer().findings();
        if (fix && !findings.isEmpty()) {
            app.indexer().rebuild();
            findings = app.indexer().findings();
        }
        return new Finding("search index", findings);
    }

    private Finding syncedState(App app) {
        var check = new SyncedStateCheck(app.database());
        var findings = check.findings();
        if (fix && !findings.isEmpty()) {
            check.recomputeHash();
            findings = check.findings();
        }
        return new Finding("synced state", findings);
    }

    private Optional<List<Finding>> ofRemote(App app) {
        var progress = new ProgressLine(session.terminal(), "Checking");
        var found = fix
                ? app.inspection().mend((done, total, _) -> progress.at(done, total))
                : app.inspection().check((done, total, _) -> progress.at(done, total));
        progress.end();
        return found;
    }
}
