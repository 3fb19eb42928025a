package tidemark.library;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.db.Database;
import tidemark.db.Task;
import tidemark.db.Work;
import tidemark.library.records.Counts;
import tidemark.library.records.Ids;
import tidemark.library.undo.UndoStack;

/// A library: one person's records, in one database.
public final class Library {
    private final Database database;
    private final Projects projects;
    private final Notes notes;
    private final Files files;
    private final Collections collections;
    private final Labels labels;
    private final Trash trash;
    private final Conflicts conflicts;
    private final MergeHistory merges;
    private final UndoStack undo;
    private final CountsQuery countsQuery = new CountsQuery();

    /// The library in this database.
    ///
    /// @param device the name of this device, recorded in conflicts
    public Library(Database database, InstantSource clock, RandomGenerator random, Supplier<String> device) {
        var ids = new Ids(clock, random);
        var mergingSave = new MergingSave(database.schema(), device);
        this.database = database;
        this.projects = new Projects(database, ids, mergingSave);
        this.notes = new Notes(database, ids, mergingSave);
        this.files = new Files(database, ids, mergingSave, device);
        this.collections = new Collections(database, ids, mergingSave);
        this.labels = new Labels(database, mergingSave);
        this.trash = new Trash(database);
        this.conflicts = new Conflicts(database, mergingSave, device, clock);
        this.merges = new MergeHistory(database, mergingSave, clock);
        this.undo = new UndoStack(database);
    }

    /// The projects.
    public Projects projects() {
        return projects;
    }

    /// The projects' notes.
    public Notes notes() {
        return notes;
    }

    /// The projects' files.
    public Files files() {
        return files;
    }

    /// The tree of collections.
    public Collections collections() {
        return collections;
    }

    /// The labels, and the projects that have them.
    public Labels labels() {
        return labels;
    }

    /// The trash: records that were deleted and can be restored.
    public Trash trash() {
        return trash;
    }

    /// The conflicts, open and resolved.
    public Conflicts conflicts() {
        return conflicts;
    }

    /// The history of merges on this device.
    public MergeHistory merges() {
        return merges;
    }

    /// Removes resolved conflicts and merges of long ago.
    public void prune() {
        conflicts.prune();
        merges.prune();
    }

    /// The steps of the person that can be undone while the library is open.
    public UndoStack undo() {
        return undo;
    }

    /// Reads several repositories in one transaction, as they are at one moment.
    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    /// Changes several repositories in one transaction.
    public void change(Task task) {
        database.change(task);
    }

    /// The numbers of the sidebar, read at one moment.
    ///
    /// @param today the day in the person's time zone
    public Counts counts(LocalDate today) {
        return database.read(sql -> countsQuery.counts(sql, today));
    }
}
