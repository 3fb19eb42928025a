package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tidemark.library.records.PlainText;
import tidemark.library.records.TrashItem;
import tidemark.problem.Count;

/// The `trash` group: commands on the trash.
@Command(name = "trash", description = "What was deleted and can still be brought back.")
final class TrashCommands {
    /// A record in the trash.
    ///
    /// @param kind project, note, file or collection
    /// @param project the title of the project that a note or file is of
    private record Item(String kind, String id, String title, String project, Instant trashedAt) {
        static Item of(TrashItem item) {
            return new Item(
                    item.id().record().table(), item.id().text(), item.title(), item.context(), item.trashedAt());
        }

        String text() {
            return "%-10s  %s  %s  %s".formatted(kind, id, TimeText.shown(trashedAt), PlainText.oneLine(title));
        }
    }

    /// The trash, the newest item first.
    private record Listed(List<Item> trash) implements Report {
        @Override
        public String text() {
            return trash.isEmpty()
                    ? "The trash is empty."
                    : trash.stream().map(Item::text).collect(Collectors.joining("\n"));
        }
    }

    /// The number of records removed for good.
    private record Emptied(int removed) implements Report {
        @Override
        public String text() {
            return "Removed %s for good.".formatted(Count.of(removed, "record"));
        }
    }

    private final Session session;

    TrashCommands(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "List what is in the trash, the newest first.")
    int list() {
        return session.inLibrary(app ->
                new Listed(app.library().trash().list().stream().map(Item::of).toList()));
    }

    @Command(name = "restore", description = "Take something out of the trash, and what is in it.")
    int restore(
            @Parameters(paramLabel = "ID", description = "As `trash list` shows it; its beginning will do.")
                    String id) {
        return session.inLibrary(app -> {
            var item = new IdPrefix(id).trashed(app.library().trash().list());
            app.library().trash().restore(List.of(item.id()));
            return new Done("Taken out of the trash: " + PlainText.oneLine(item.title()));
        });
    }

    @Command(name = "empty", description = "Remove all that is in the trash for good, on all devices.")
    int empty(@Mixin Confirmation confirmation) {
        confirmation.require();
        return session.inLibrary(app -> new Emptied(app.library().trash().empty()));
    }
}
