package tidemark.library;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tidemark.conflict.Choice;
import tidemark.conflict.ConflictResolver;
import tidemark.conflict.ConflictRow;
import tidemark.conflict.Effect;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.schema.RecordId;

/// The fields of which two versions are kept until someone chooses.
///
/// A choice names the conflict as the person saw it. When that is no longer what stands, nothing is done and the
/// conflict is shown anew.
public final class Conflicts {
    /// How long a settled conflict can be opened again, by the clock of the device that settled it.
    public static final Duration KEPT = Duration.ofDays(90);

    /// Longer than any clock is off: after this a device forgets what another one settled, too.
    private static final Duration ANY_CLOCK = Duration.ofDays(3 * 365);

    private final Database database;
    private final MergingSave save;
    private final Supplier<String> device;
    private final ConflictReader reader = new ConflictReader();

    Conflicts(Database database, MergingSave save, Supplier<String> device) {
        this.database = database;
        this.save = save;
        this.device = device;
    }

    /// How many nobody has decided yet.
    public int count() {
        return (int) (long) database.read(sql -> sql.number("SELECT count(*) FROM conflict WHERE resolution IS NULL")
                .orElse(0));
    }

    /// Those nobody has decided yet, the oldest first.
    public List<Conflict> open() {
        return database.read(sql -> reader.where(sql, save.rows(sql), "resolution IS NULL ORDER BY n"));
    }

    /// Those nobody has decided yet by record: the records in the order of their oldest conflict.
    public Map<RecordId, List<Conflict>> byRecord() {
        var records = new LinkedHashMap<RecordId, List<Conflict>>();
        for (var conflict : open()) {
            records.computeIfAbsent(conflict.subject().record(), _ -> new ArrayList<>())
                    .add(conflict);
        }
        return records;
    }

    /// The conflict, decided or not.
    public Optional<Conflict> find(String id) {
        return database.read(sql -> find(sql, id));
    }

    /// The undecided conflicts of a record, and of the notes and files in a project.
    public List<Conflict> of(LibraryId thing) {
        return database.read(sql -> reader.where(
                sql, save.rows(sql), """
                resolution IS NULL AND (tbl = ? AND record = ?
                  OR tbl = 'note' AND record IN (SELECT id FROM note WHERE project = ?)
                  OR tbl = 'file' AND record IN (SELECT id FROM file WHERE project = ?)) ORDER BY n""", thing.record().table(), thing.text(), thing.text(), thing.text()));
    }

    /// Those that were decided, the latest first: each can be opened again.
    public List<Conflict> resolved() {
        return database.read(
                sql -> reader.where(sql, save.rows(sql), "resolution IS NOT NULL ORDER BY edited DESC, n DESC"));
    }

    /// What the choice would do to each of them; nothing is changed.
    public List<ResolvePreview> preview(List<Conflict> conflicts, Choice choice) {
        return database.read(sql -> {
            var outlooks = new ArrayList<ResolvePreview>();
            for (var conflict : conflicts) {
                var row = ConflictRow.find(save.rows(sql), conflict.id());
                var effect = row.isPresent() ? settling(sql).effect(row.get(), choice) : new Effect.Stays();
                outlooks.add(new ResolvePreview(conflict, effect));
            }
            return outlooks;
        });
    }

    /// Settles the conflict.
    public ResolveResult resolve(Conflict conflict, Choice choice) {
        return database.write(sql -> resolve(sql, conflict, choice));
    }

    /// Settles them all alike, in one transaction; those that cannot be settled so stay open.
    public List<ResolveResult> resolveAll(List<Conflict> conflicts, Choice choice) {
        return database.write(sql -> {
            var settlements = new ArrayList<ResolveResult>();
            for (var conflict : conflicts) {
                settlements.add(resolve(sql, conflict, choice));
            }
            return settlements;
        });
    }

    /// Opens a settled conflict again and takes back what settling it did; what was edited since stays. Nothing is done
    /// while another conflict of the same field is open. Empty when it is gone.
    public Optional<Conflict> reopen(Conflict conflict) {
        return database.write(sql -> {
            var row = ConflictRow.find(save.rows(sql), conflict.id());
            if (row.isPresent()) {
                settling(sql).reopen(row.get());
            }
            return find(sql, conflict.id());
        });
    }

    /// Removes those that were settled long ago, and returns how many they were. Each device removes its own, so
    /// that no clock that is off makes them go early.
    public int forget() {
        return database.write(sql -> sql.update("""
                DELETE FROM conflict WHERE resolution IS NOT NULL
                  AND resolved_at < (SELECT at FROM tx) - CASE resolved_device WHEN ? THEN ? ELSE ? END""", device.get(), KEPT.toMillis(), ANY_CLOCK.toMillis()));
    }

    private ResolveResult resolve(Sql sql, Conflict seen, Choice choice) throws SQLException {
        var now = find(sql, seen.id());
        if (now.isEmpty() || !isSame(now.get(), seen, choice)) {
            return new ResolveResult.Overtaken(now);
        }
        var row = ConflictRow.find(save.rows(sql), seen.id()).orElseThrow();
        var effect = settling(sql).settle(row, choice);
        if (effect instanceof Effect.Refused(var problem)) {
            return new ResolveResult.Refused(now.get(), problem);
        }
        return new ResolveResult.Done(find(sql, seen.id()).orElseThrow(), effect);
    }

    /// A value of the person's own replaces what stands, so that must be what they saw.
    private static boolean isSame(Conflict now, Conflict seen, Choice choice) {
        return now.isOpen()
                && now.mine().equals(seen.mine())
                && now.theirs().equals(seen.theirs())
                && (!(choice instanceof Choice.Merged) || now.standing().equals(seen.standing()));
    }

    private Optional<Conflict> find(Sql sql, String id) throws SQLException {
        return reader.where(sql, save.rows(sql), "id = ?", id).stream().findFirst();
    }

    private ConflictResolver settling(Sql sql) {
        return new ConflictResolver(sql, save.rows(sql), database.schema(), device.get());
    }
}
