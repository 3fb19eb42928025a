package tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tidemark.app.Rebuild;
import tidemark.problem.Count;

/// The `rebuild` command: rebuilds a damaged library.
@Command(
        name = "rebuild",
        description = {
            "Make a damaged library anew: from its remote, or where that cannot be used from its newest sound backup,"
                    + " with what was not sent yet as far as it can still be read.",
            "The damaged file is kept in the backups folder. Close the library's window first."
        })
final class RebuildCommand implements Callable<Integer> {
    /// The rebuilt library.
    ///
    /// @param damaged the path at which the damaged file is kept
    /// @param from the source that the library was rebuilt from
    /// @param rescued the number of pending rows that could be read
    private record Rebuilt(String damaged, String from, int rescued) implements Report {
        static Rebuilt of(Rebuild.Report report) {
            return new Rebuilt(report.damaged().toString(), report.from(), report.rescued());
        }

        @Override
        public String text() {
            return "Rebuilt from %s, with %s not sent yet. The damaged file is %s."
                    .formatted(from, Count.of(rescued, "record"), damaged);
        }
    }

    private final Session session;

    RebuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.rebuild(Rebuilt::of);
    }
}
