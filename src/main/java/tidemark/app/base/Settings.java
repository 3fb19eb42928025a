package tidemark.app.base;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.db.Origin;
import tools.jackson.databind.json.JsonMapper;

/// The settings of this copy of the library; kept in its database, never synced.
public final class Settings {
    private static final String PREFIX = "setting.";
    private static final String CONFLICT_POLICY = "conflict.policy";
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SET = """
            INSERT INTO local (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value""";

    private final Database database;

    /// The settings in this database.
    public Settings(Database database) {
        this.database = database;
    }

    /// The database that they are kept in.
    public Database database() {
        return database;
    }

    /// The value of a setting, if it was ever set.
    public Optional<String> get(String key) {
        return database.read(sql -> sql.text("SELECT value FROM local WHERE key = ?", PREFIX + key));
    }

    /// Stores the value.
    public void set(String key, String value) {
        database.change(Origin.UPKEEP, sql -> sql.update(SET, PREFIX + key, value));
    }

    /// The rule by which conflicts are resolved when they arise; at first a person is asked.
    public ConflictPolicy conflictPolicy() {
        return get(CONFLICT_POLICY).flatMap(ConflictPolicy::of).orElse(ConflictPolicy.ASK);
    }

    /// Sets the rule for conflicts from the next one on.
    public void conflictPolicy(ConflictPolicy policy) {
        set(CONFLICT_POLICY, policy.code());
    }

    /// The values of all settings whose keys have this beginning, in the order of the rest of their keys, by which they
    /// are mapped.
    public SortedMap<String, String> all(String beginning) {
        var whole = PREFIX + beginning;
        var json = database.read(sql -> sql.text(
                "SELECT json_group_object(substr(key, ?), value) FROM local WHERE substr(key, 1, ?) = ?",
                whole.length() + 1,
                whole.length(),
                whole));
        var all = new TreeMap<String, String>();
        JSON.readTree(json.orElse("{}")).forEachEntry((key, value) -> all.put(key, value.asString()));
        return all;
    }

    /// Replaces the value by a function of it, in one transaction.
    void change(String key, Function<Optional<String>, String> change) {
        database.change(Origin.UPKEEP, sql -> {
            var old = sql.text("SELECT value FROM local WHERE key = ?", PREFIX + key);
            sql.update("INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)", PREFIX + key, change.apply(old));
        });
    }

    /// Removes the value.
    public void remove(String key) {
        database.change(Origin.UPKEEP, sql -> sql.update("DELETE FROM local WHERE key = ?", PREFIX + key));
    }
}
