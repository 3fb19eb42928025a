package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionDetails;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Edited;
import tidemark.library.records.Ids;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.PlainText;
import tidemark.library.records.Saved;
import tidemark.library.records.Timestamps;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The tree of collections of a library.
///
/// A collection in the trash hides the collections inside it, but no project: those are listed as if they were in none,
/// and are in their collection again when it is restored. Emptying the trash removes the collections and leaves the
/// projects.
public final class Collections {
    private static final List<String> PLACE = List.of("parent", "position");

    private static final String ALL = """
            WITH RECURSIVE seen (id, depth) AS (
              SELECT id, 0 FROM collection WHERE parent IS NULL AND trashed_at IS NULL
              UNION SELECT inner.id, depth + 1 FROM collection AS inner JOIN seen ON inner.parent = seen.id
                    WHERE trashed_at IS NULL)
            SELECT id, %s FROM seen JOIN collection USING (id)
            ORDER BY depth, ifnull(position, ''), id""".formatted(Rows.columns(LibrarySchema.COLLECTION));

    private static final String IS_INSIDE = """
            WITH RECURSIVE up (id) AS (
              VALUES (?) UNION SELECT parent FROM collection JOIN up USING (id) WHERE parent IS NOT NULL)
            SELECT 1 FROM up WHERE id = ?""";

    private final Database database;
    private final Ids ids;
    private final MergingSave mergingSave;

    Collections(Database database, Ids ids, MergingSave mergingSave) {
        this.database = database;
        this.ids = ids;
        this.mergingSave = mergingSave;
    }

    /// The collection, even when it is in the trash.
    public Optional<Collection> find(CollectionId id) {
        return database.read(sql -> find(sql, id));
    }

    /// All collections that are neither in the trash nor inside one that is: parents before their children, each level
    /// in its order.
    public List<Collection> all() {
        return database.read(Collections::all);
    }

    /// The collections that [#all()] returns, read in the caller's transaction.
    public static List<Collection> all(Sql sql) throws SQLException {
        return sql.list(ALL, Collections::collection);
    }

    /// Creates a collection at the end of the top level.
    ///
    /// @throws LibraryException when the name is too long
    public Collection create(String name) {
        return database.write(sql -> create(sql, name, Optional.empty()));
    }

    /// Creates a collection at the end of those inside another.
    ///
    /// @throws LibraryException when the name is too long, or the parent is gone
    public Collection create(String name, CollectionId parent) {
        return database.write(sql -> create(sql, name, Optional.of(parent)));
    }

    /// Saves another name or colour, merged with what was written since `was` was read. A collection that was removed
    /// for good meanwhile is created again, at the top.
    public Saved<Collection> save(Collection was, CollectionDetails now) {
        return database.write(sql -> save(sql, was, now));
    }

    /// Moves the collection to the end of another one; to the end of the top level when `parent` is empty.
    ///
    /// @throws LibraryException when the parent is inside the collection, or one of the two is gone
    public Saved<Collection> move(Collection was, Optional<CollectionId> parent) {
        return move(was, parent, new InsertAt.Last<>());
    }

    /// Moves the collection to a spot inside a parent, which may be its present one.
    ///
    /// @throws LibraryException when the parent is inside the collection, or one of the two is gone
    public Saved<Collection> move(Collection was, Optional<CollectionId> parent, InsertAt<CollectionId> insertAt) {
        return database.write(sql -> move(sql, was, parent, insertAt));
    }

    /// Creates a collection at the end of its parent, in the caller's transaction.
    ///
    /// @throws LibraryException when the name is too long, or the parent is gone
    public Collection create(Sql sql, String name, Optional<CollectionId> parent) throws SQLException {
        requirePresent(sql, parent);
        var id = new CollectionId(ids.next());
        var key = SiblingOrder.collections(parent).last(sql);
        var named = Row.EMPTY.with("name", PlainText.line("name", name).value());
        mergingSave.rows(sql).insert(id.record(), named.overlaid(place(parent, key)));
        return present(sql, id);
    }

    static void requirePresent(Sql sql, Optional<CollectionId> id) throws SQLException {
        if (id.isPresent() && !exists(sql, id.get())) {
            throw LibraryException.gone("collection");
        }
    }

    private Saved<Collection> save(Sql sql, Collection was, CollectionDetails now) throws SQLException {
        var id = was.id();
        var edit = new Edited(was.details().row(), now.row());
        var current = mergingSave.rows(sql).find(id.record());
        if (current.isEmpty()) {
            mergingSave.rows(sql).insert(id.record(), edit.now());
            return new Saved<>(present(sql, id), List.of());
        }
        var conflicts = mergingSave.save(
                sql, id.record(), edit, CollectionDetails.of(id, current.get()).row());
        return new Saved<>(present(sql, id), conflicts);
    }

    static boolean exists(Sql sql, CollectionId id) throws SQLException {
        return sql.exists("SELECT 1 FROM collection WHERE id = ?", id.text());
    }

    private Saved<Collection> move(
            Sql sql, Collection was, Optional<CollectionId> parent, InsertAt<CollectionId> insertAt)
            throws SQLException {
        var id = was.id();
        var current = mergingSave.rows(sql).find(id.record()).orElseThrow(() -> LibraryException.gone("collection"));
        requirePresent(sql, parent);
        if (parent.isPresent() && isInside(sql, parent.get(), id)) {
            throw LibraryException.insideItself();
        }
        var key = SiblingOrder.collections(parent).key(sql, id.text(), insertAt);
        var base = place(was.parent(), current.text("position", ""));
        var conflicts = mergingSave.save(sql, id.record(), new Edited(base, place(parent, key)), current.only(PLACE));
        return new Saved<>(present(sql, id), conflicts);
    }

    private static Row place(Optional<CollectionId> parent, String position) {
        return Row.EMPTY
                .with("parent", parent.map(id -> Value.of(id.text())))
                .with(
                        "position",
                        Optional.of(position).filter(key -> !key.isEmpty()).map(Value::of));
    }

    /// Whether `id` is `outer` or is inside it.
    private static boolean isInside(Sql sql, CollectionId id, CollectionId outer) throws SQLException {
        return sql.exists(IS_INSIDE, id.text(), outer.text());
    }

    private static Collection present(Sql sql, CollectionId id) throws SQLException {
        return find(sql, id).orElseThrow(() -> LibraryException.gone("collection"));
    }

    private static Optional<Collection> find(Sql sql, CollectionId id) throws SQLException {
        return sql.first(
                "SELECT id, %s FROM collection WHERE id = ?".formatted(Rows.columns(LibrarySchema.COLLECTION)),
                Collections::collection,
                id.text());
    }

    private static Collection collection(ResultSet result) throws SQLException {
        var row = Rows.row(LibrarySchema.COLLECTION, result, 2);
        var id = new CollectionId(result.getString(1));
        return new Collection(
                id, CollectionDetails.of(id, row), row.text("parent").map(CollectionId::new), Timestamps.trashed(row));
    }
}
