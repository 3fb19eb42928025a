package tidemark.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tidemark.app.App;
import tidemark.sync.StateCheck;

/// Looks whether the library is sound.
@Command(
        name = "verify",
        description = {
            "Look whether the library is sound: the database file and its references, the search index against the"
                    + " rows, and the fingerprint of the synced state added up anew. Changes nothing."
        })
final class VerifyCommand implements Callable<Integer> {
    private record Check(String name, List<String> findings) {
        String text() {
            return findings.isEmpty()
                    ? name + ": sound"
                    : name + ":\n"
                            + findings.stream().map(found -> "  " + found).collect(Collectors.joining("\n"));
        }
    }

    private record Verified(boolean sound, List<Check> checks) implements Report {
        static Verified of(List<Check> checks) {
            return new Verified(
                    checks.stream().allMatch(check -> check.findings().isEmpty()), checks);
        }

        @Override
        public String text() {
            return checks.stream().map(Check::text).collect(Collectors.joining("\n"));
        }

        @Override
        public ExitCode exitCode() {
            return sound ? ExitCode.DONE : ExitCode.DAMAGED;
        }
    }

    private final Session session;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(VerifyCommand::verify);
    }

    /// What reads rows may fail on a file that is damaged; then the first check says all there is to say.
    private static Verified verify(App app) {
        var database = new Check("database", app.database().inspect());
        if (!database.findings().isEmpty()) {
            return Verified.of(List.of(database));
        }
        return Verified.of(List.of(
                database,
                new Check("search index", app.library().indexer().findings()),
                new Check("synced state", new StateCheck(app.database()).findings())));
    }
}
