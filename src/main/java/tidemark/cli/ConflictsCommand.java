package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tidemark.library.Conflict;
import tidemark.library.records.PlainText;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The `conflicts` command: lists the open conflicts.
@Command(name = "conflicts", description = "List the fields of which several versions are kept until someone chooses.")
final class ConflictsCommand implements Callable<Integer> {
    /// One version of a conflict.
    ///
    /// @param device the name of the device that wrote it
    /// @param deviceId the id of the device; empty where a program wrote it down that knew only names
    /// @param at the time of the edit; empty where it is not known
    /// @param value the columns of the field
    private record Version(String device, String deviceId, Optional<Instant> at, Map<String, Object> value) {
        static Version of(Conflict.Version version) {
            return new Version(version.device(), version.deviceId(), version.at(), values(version.value()));
        }

        String text() {
            return device + at.map(time -> ", " + TimeText.shown(time)).orElse("");
        }
    }

    /// An open conflict.
    ///
    /// @param kind the table of the record
    /// @param record the record's id
    /// @param base the field's value when last in sync
    /// @param versions all of them, mine and theirs first; `resolve --take` takes their numbers, from 1
    /// @param unreadable the number of versions that cannot be read
    /// @param readable whether base, mine and theirs can be
    private record Item(
            String id,
            String kind,
            String record,
            String field,
            String title,
            Map<String, Object> base,
            Version mine,
            Version theirs,
            List<Version> versions,
            int unreadable,
            boolean readable) {
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
                    Version.of(conflict.theirs()),
                    conflict.all().versions().stream().map(Version::of).toList(),
                    conflict.all().unreadable(),
                    conflict.all().isReadable());
        }

        String text() {
            var subject = "%s  %s of %s \"%s\": ".formatted(id, field, kind, PlainText.oneLine(title));
            if (!readable) {
                return subject + "cannot be read; `tidemark resolve " + id + " --mine` keeps the record as it stands";
            }
            var all = versions.stream().map(Version::text).collect(Collectors.joining(" | "));
            return subject + all + (unreadable == 0 ? "" : " | " + unreadable + " that cannot be read");
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
