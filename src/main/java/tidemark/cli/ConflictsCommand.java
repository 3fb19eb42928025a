package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tidemark.library.Conflict;
import tidemark.library.records.PlainText;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The `conflicts` command: lists the open conflicts.
@Command(name = "conflicts", description = "List the fields of which two versions are kept until someone chooses.")
final class ConflictsCommand implements Callable<Integer> {
    /// One side of a conflict.
    ///
    /// @param value the columns of the field
    private record Version(String device, Instant at, Map<String, Object> value) {
        static Version of(Conflict.Version version) {
            return new Version(version.device(), version.at(), values(version.value()));
        }

        String text() {
            return device + ", " + TimeText.shown(at);
        }
    }

    /// An open conflict.
    ///
    /// @param kind the table of the record
    /// @param record the record's id
    /// @param base the field's value when last in sync
    private record Item(
            String id,
            String kind,
            String record,
            String field,
            String title,
            Map<String, Object> base,
            Version mine,
            Version theirs) {
        static Item of(Conflict conflict) {
            var subject = conflict.subject();
            return new Item(
                    conflict.id(),
                    subject.record().table(),
                    subject.record().id(),
                    subject.field(),
                    subject.title(),
                    values(conflict.base()),
                    Version.of(conflict.mine()),
                    Version.of(conflict.theirs()));
        }

        String text() {
            return "%s  %s of %s \"%s\": %s | %s"
                    .formatted(id, field, kind, PlainText.oneLine(title), mine.text(), theirs.text());
        }
    }

    /// The open conflicts.
    private record Listed(List<Item> conflicts) implements Report {
        @Override
        public String text() {
            return conflicts.isEmpty()
                    ? "No conflicts."
                    : conflicts.stream().map(Item::text).collect(Collectors.joining("\n"));
        }
    }

    private final Session session;

    ConflictsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(app -> new Listed(
                app.library().conflicts().open().stream().map(Item::of).toList()));
    }

    private static Map<String, Object> values(Row row) {
        return row.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> switch (entry.getValue()) {
                    case Value.Text(var text) -> text;
                    case Value.Whole(var number) -> number;
                }));
    }
}
