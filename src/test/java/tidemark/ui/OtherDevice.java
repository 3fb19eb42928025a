package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.app.App;
import tidemark.app.SyncAttempt;
import tidemark.app.TestApp;
import tidemark.app.remotes.FolderRemote;
import tidemark.db.Rows;
import tidemark.library.SyncedRows;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// Another device on the folder that the window's library is in sync with. It syncs only when it is told to,
/// and so does the window's.
final class OtherDevice implements AutoCloseable {
    private static final String COLOUR = "colour";

    /// The field of each table that it edits.
    private static final Map<String, String> FIELDS =
            Map.of("project", "summary", "note", "body", "collection", COLOUR, "label", COLOUR);

    private final App here;
    private final App desk;
    private final ProjectId project;
    private int edits;

    OtherDevice(Path folder, App here) {
        this.here = here;
        desk = TestApp.open(folder, "desk");
        var remote = new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER);
        here.remotes().choose(remote);
        desk.remotes().choose(remote);
        sync(here);
        sync(desk);
        project = desk.library()
                .projects()
                .create(ProjectDetails.titled("Shared"))
                .id();
        sync(desk);
        sync(here);
    }

    private static void sync(App app) {
        var attempt = app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        assertThat(attempt)
                .isInstanceOfSatisfying(
                        SyncAttempt.Ended.class,
                        ended -> assertThat(ended.result()).isInstanceOf(SyncResult.UpToDate.class));
    }

    /// Adds a note, and edits what a step changed too, in fields that the step left alone; all that waits on
    /// the remote until the window's library pulls it.
    ///
    /// @return the values that it wrote
    Map<RecordId, Row> edit(Map<RecordId, Row> before, Map<RecordId, Row> after) {
        edits++;
        var added = desk.library().notes().create(project, new NoteText("Elsewhere " + edits, ""));
        var written =
                edited(before, after).collect(Collectors.toMap(Function.identity(), record -> edit(record, before)));
        sync(desk);
        written.put(
                added.id().record(),
                row(SyncedRows.of(desk.library()), added.id().record()));
        return written;
    }

    private Row edit(RecordId record, Map<RecordId, Row> before) {
        var field = field(record);
        var value = field.equals(COLOUR) ? "red" : row(before, record).text(field, "") + "\nadded " + edits;
        var row = Row.EMPTY.with(field, Optional.of(Value.of(value)));
        desk.library().change(sql -> new Rows(sql, LibrarySchema.CURRENT).update(record, List.of(field), row));
        return row;
    }

    /// The records that a step changed and that can be edited elsewhere without touching what the step did;
    /// none where it put something into the trash or took it out, which an edit elsewhere would meet.
    private static Stream<RecordId> edited(Map<RecordId, Row> before, Map<RecordId, Row> after) {
        return isTrashing(before, after)
                ? Stream.of()
                : changed(before, after)
                        .filter(record -> FIELDS.containsKey(record.table()))
                        .filter(record -> row(before, record)
                                .get(field(record))
                                .equals(row(after, record).get(field(record))));
    }

    private static Stream<RecordId> changed(Map<RecordId, Row> before, Map<RecordId, Row> after) {
        return before.keySet().stream()
                .filter(after::containsKey)
                .filter(record -> !row(before, record).equals(after.get(record)));
    }

    /// Whether a step put something into the trash, or took it out.
    static boolean isTrashing(Map<RecordId, Row> before, Map<RecordId, Row> after) {
        return changed(before, after).anyMatch(record -> isTrashed(before, record) != isTrashed(after, record));
    }

    private static boolean isTrashed(Map<RecordId, Row> rows, RecordId record) {
        return row(rows, record).get("trashed_at").isPresent();
    }

    private static Row row(Map<RecordId, Row> rows, RecordId record) {
        return Objects.requireNonNull(rows.get(record));
    }

    private static String field(RecordId record) {
        return Objects.requireNonNull(FIELDS.get(record.table()));
    }

    /// Lets the window's library pull what waits, and send its own edits.
    void arrive() {
        sync(here);
    }

    /// Lets both have what the other sent.
    void catchUp() {
        sync(here);
        sync(desk);
    }

    /// The rows there.
    Map<RecordId, Row> rows() {
        return SyncedRows.of(desk.library());
    }

    @Override
    public void close() {
        desk.close();
    }
}
