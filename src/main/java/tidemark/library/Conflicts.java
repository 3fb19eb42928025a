package tidemark.library;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tidemark.conflict.Choice;
import tidemark.conflict.ConflictResolver;
import tidemark.conflict.ConflictRow;
import tidemark.conflict.Effect;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectId;

/// The conflicts of a library: fields of which several versions are kept until a person chooses.
///
/// A choice names the conflict as the person saw it. When the conflict has changed since, nothing is done
/// and it is shown anew.
public final class Conflicts {
    /// The time for which a resolved conflict can be reopened, by the clock of the device that resolved it.
    public static final Duration KEPT = Duration.ofDays(90);

    /// More than the error of any clock: after this time a device also removes conflicts that another one
    /// resolved.
    private static final Duration ANY_CLOCK = Duration.ofDays(3 * 365);

    private static final String OPEN_IN = """
            resolution IS NULL AND (tbl = ? AND record = ?
              OR tbl = 'note' AND record IN (SELECT id FROM note WHERE project = ?)
              OR tbl = 'file' AND record IN (SELECT id FROM file WHERE project = ?)) ORDER BY n""";

    private static final String OLD = """
            FROM conflict WHERE resolution IS NOT NULL
              AND resolved_at < ? - CASE resolved_device WHEN ? THEN ? ELSE ? END""";

    private final Database database;
    private final MergingSave mergingSave;
    private final Supplier<String> device;
    private final InstantSource clock;
    private final ConflictReader reader = new ConflictReader();

    Conflicts(Database database, MergingSave mergingSave, Supplier<String> device, InstantSource clock) {
        this.database = database;
        this.mergingSave = mergingSave;
        this.device = device;
        this.clock = clock;
    }

    /// The number of open conflicts.
    public int count() {
        return (int) (long) database.read(sql -> sql.number("SELECT count(*) FROM conflict WHERE resolution IS NULL")
                .orElse(0));
    }

    /// The open conflicts, the oldest first.
    public List<Conflict> open() {
        return database.read(sql -> reader.where(sql, mergingSave.rows(sql), "resolution IS NULL ORDER BY n"));
    }

    /// The open conflicts by project; the groups are in the order of their oldest conflict.
    public List<ConflictGroup> byProject() {
        return database.read(sql -> {
            var rows = mergingSave.rows(sql);
            return ConflictGroup.of(rows, reader.where(sql, rows, "resolution IS NULL ORDER BY n"));
        });
    }

    /// The conflict, open or resolved.
    public Optional<Conflict> find(String id) {
        return database.read(sql -> find(sql, id));
    }

    /// The open conflicts of a record, and of the notes and files in a project.
    public List<Conflict> of(LibraryId thing) {
        return database.read(sql -> reader.where(
                sql, mergingSave.rows(sql), OPEN_IN, thing.record().table(), thing.text(), thing.text(), thing.text()));
    }

    /// Whether the newest open conflicts, so many of them, are all of this project or of what is in it.
    public boolean areAllIn(long newest, Optional<ProjectId> project) {
        var here = project.map(this::of).orElse(List.of()).stream()
                .map(Conflict::id)
                .collect(Collectors.toSet());
        return open().reversed().stream().limit(newest).map(Conflict::id).allMatch(here::contains);
    }

    /// The resolved conflicts, the latest first: each can be reopened.
    public List<Conflict> resolved() {
        return database.read(
                sql -> reader.where(sql, mergingSave.rows(sql), "resolution IS NOT NULL ORDER BY edited DESC, n DESC"));
    }

    /// The effects that the choice would have on these conflicts; nothing is changed.
    public List<ResolvePreview> preview(List<Conflict> conflicts, Choice choice) {
        return database.read(sql -> {
            var previews = new ArrayList<ResolvePreview>();
            for (var conflict : conflicts) {
                var row = ConflictRow.find(mergingSave.rows(sql), conflict.id());
                var effect = row.isPresent() ? resolver(sql).effect(row.get(), choice) : new Effect.Stays();
                previews.add(new ResolvePreview(conflict, effect));
            }
            return previews;
        });
    }

    /// Resolves the conflict.
    public ResolveResult resolve(Conflict conflict, Choice choice) {
        return database.write(sql -> resolve(sql, conflict, choice));
    }

    /// Resolves the conflicts with one choice, in one transaction; those that do not allow it stay open.
    public List<ResolveResult> resolveAll(List<Conflict> conflicts, Choice choice) {
        return database.write(sql -> {
            var results = new ArrayList<ResolveResult>();
            for (var conflict : conflicts) {
                results.add(resolve(sql, conflict, choice));
            }
            return results;
        });
    }

    /// Reopens a resolved conflict and reverts its resolution; later edits stay. Nothing is done while
    /// another conflict of the same field is open. Returns the conflict as it is then, empty when it is
    /// gone.
    public Optional<Conflict> reopen(Conflict conflict) {
        return database.write(sql -> {
            var row = ConflictRow.find(mergingSave.rows(sql), conflict.id());
            if (row.isPresent()) {
                resolver(sql).reopen(row.get());
            }
            return find(sql, conflict.id());
        });
    }

    /// Removes the conflicts that were resolved long ago, and returns their number. Each device removes its
    /// own, so that a wrong clock does not remove them early. Where there is none, or another process is
    /// writing, nothing is waited for.
    public int prune() {
        var old = new Object[] {clock.millis(), device.get(), KEPT.toMillis(), ANY_CLOCK.toMillis()};
        var isAny = database.read(sql -> sql.exists("SELECT 1 " + OLD, old));
        return isAny
                ? database.writeUnlessBusy(Origin.EDIT, sql -> sql.update("DELETE " + OLD, old))
                        .orElse(0)
                : 0;
    }

    private ResolveResult resolve(Sql sql, Conflict seen, Choice choice) throws SQLException {
        var now = find(sql, seen.id());
        if (now.isEmpty() || !isSame(now.get(), seen, choice)) {
            return new ResolveResult.Overtaken(now);
        }
        var row = ConflictRow.find(mergingSave.rows(sql), seen.id()).orElseThrow();
        var effect = resolver(sql).resolve(row, choice);
        if (effect instanceof Effect.Refused(var problem)) {
            return new ResolveResult.Refused(now.get(), problem);
        }
        return new ResolveResult.Done(find(sql, seen.id()).orElseThrow(), effect);
    }

    /// Whether the conflict is as the person saw it. A value of the person's own replaces the record's
    /// value, so that must be the same, too.
    private static boolean isSame(Conflict now, Conflict seen, Choice choice) {
        return now.isOpen()
                && now.mine().equals(seen.mine())
                && now.all().equals(seen.all())
                && (!(choice instanceof Choice.Merged) || now.current().equals(seen.current()));
    }

    private Optional<Conflict> find(Sql sql, String id) throws SQLException {
        return reader.where(sql, mergingSave.rows(sql), "id = ?", id).stream().findFirst();
    }

    private ConflictResolver resolver(Sql sql) {
        return new ConflictResolver(sql, mergingSave.rows(sql), database.schema(), device.get());
    }
}
