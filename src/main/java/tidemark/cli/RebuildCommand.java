package tidemark.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tidemark.app.Rebuild;
import tidemark.problem.Count;

/// The `rebuild` command: rebuilds a damaged library.
@Command(
        name = "rebuild",
        description = {
            "Make a damaged library anew: from its remote, or where that cannot be used from its newest sound backup,"
                    + " with what was not sent yet as far as it can still be read. A sound library stays as it is.",
            "The damaged file is kept in the backups folder. Close the library's window first. The remote is known from"
                    + " the library, from the file remote.json beside it, or from the options here; its keys come from"
                    + " the keychain or the environment, as for `remote set`."
        })
final class RebuildCommand implements Callable<Integer> {
    /// The rebuilt library.
    ///
    /// @param sound whether there was nothing to rebuild
    /// @param dryRun whether nothing was changed
    /// @param damaged the path at which the damaged file is kept
    /// @param from the source that the library was rebuilt from
    /// @param rescued the number of pending rows that could be read
    /// @param rows the number of rows in the new library, by table
    private record Rebuilt(
            boolean sound, boolean dryRun, Optional<String> damaged, String from, int rescued, Map<String, Long> rows)
            implements Report {
        static Rebuilt of(Optional<Rebuild.Report> report, boolean isRehearsal) {
            return report.map(done -> new Rebuilt(
                            false,
                            isRehearsal,
                            done.damaged().map(Path::toString),
                            done.from(),
                            done.rescued(),
                            new TreeMap<>(done.rows())))
                    .orElseGet(() -> new Rebuilt(true, isRehearsal, Optional.empty(), "", 0, Map.of()));
        }

        @Override
        public String text() {
            if (sound) {
                return "The library is sound: nothing was rebuilt.";
            }
            return dryRun ? rehearsed() : rebuilt();
        }

        private String rehearsed() {
            return "It would be rebuilt from %s, with %s not sent yet, and hold %s. Nothing changed."
                    .formatted(from, Count.of(rescued, "record"), RowCounts.words(rows));
        }

        private String rebuilt() {
            var kept = damaged.map(" The damaged file is %s."::formatted);
            return "Rebuilt from %s, with %s not sent yet.%s"
                    .formatted(from, Count.of(rescued, "record"), kept.orElse(""));
        }
    }

    private final Session session;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--from", paramLabel = "BACKUP", description = "Rebuild from this backup in place of the remote.")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isRehearsal;

    RebuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = new Rebuild.Wanted(place.remote(), backup.map(Path::toAbsolutePath), isRehearsal);
        return session.rebuild(wanted, report -> Rebuilt.of(report, isRehearsal));
    }
}
