package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.db.Backup;

/// The `backup` command: makes a backup of the library, or lists the backups there are.
@Command(
        name = "backup",
        description = {
            "Make a backup of the library in its backups folder; it is there only when it was found sound.",
            "The window and `watch` make one each day. Kept are one of each of 7 days, 4 weeks and 6 months, and the"
                    + " newest 20 of those made before something was replaced."
        })
final class BackupCommand implements Callable<Integer> {
    /// A backup in the list.
    ///
    /// @param reason what it was made before; null for the regular ones
    private record Item(String file, Instant at, Optional<String> reason) {
        static Item of(Backup backup) {
            return new Item(backup.file().toString(), backup.at(), backup.reason());
        }

        String text() {
            return "%s  %s%s"
                    .formatted(
                            TimeText.shown(at),
                            file,
                            reason.map(why -> "  (" + why.replace('-', ' ') + ")")
                                    .orElse(""));
        }
    }

    /// The backup that was made.
    private record Made(String file) implements Report {
        @Override
        public String text() {
            return "The library is backed up in " + file + ".";
        }
    }

    /// The backups, the newest first.
    private record Listed(List<Item> backups) implements Report {
        @Override
        public String text() {
            return backups.isEmpty()
                    ? "There is no backup yet."
                    : backups.stream().map(Item::text).collect(Collectors.joining("\n"));
        }
    }

    private final Session session;

    @Option(names = "--list", description = "List the backups there are, the newest first.")
    private boolean list;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> list
                ? new Listed(app.backups().all().stream().map(Item::of).toList())
                : new Made(app.backups().make().file().toString()));
    }
}
