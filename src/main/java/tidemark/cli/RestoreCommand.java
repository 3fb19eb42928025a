package tidemark.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tidemark.library.Restore;
import tidemark.problem.Count;

/// The `restore` command: restores the library's records from a backup.
@Command(
        name = "restore",
        description = {
            "Make the library hold again what a backup holds; the library as it is now is kept as a backup first.",
            "It is an edit like any other: the next sync sends it to the other devices, and what they edited meanwhile"
                    + " is merged with it. What came after the backup is moved to the trash."
        })
final class RestoreCommand implements Callable<Integer> {
    /// The numbers of rows that were restored.
    ///
    /// @param back rows that had been removed
    /// @param changed rows that were set back to their values in the backup
    /// @param trashed rows made after the backup, which are in the trash now
    private record Restored(int back, int changed, int trashed) implements Report {
        static Restored of(Restore.Report report) {
            return new Restored(report.back(), report.changed(), report.trashed());
        }

        @Override
        public String text() {
            return "Restored: %s changed, %,d came back, %s in the trash now."
                    .formatted(
                            Count.of(changed, "row"),
                            back,
                            Count.of(trashed, "newer one") + (trashed == 1 ? " is" : " are"));
        }
    }

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The backup, another library's database, or a checkpoint.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isRehearsal;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> isRehearsal
                ? Rehearsed.of("This library", app.backups().rehearse(file))
                : Restored.of(app.backups().restore(file)));
    }
}
