package tidemark.fleet;

import java.util.List;
import java.util.stream.Stream;

/// Defects in the triggers that capture edits and in the tables of the sync, planted as SQL.
record TableDefects(List<String> statements) implements Defect {
    private static final String COLUMNS_OF_NOTE =
            "json_object('project', OLD.project, 'title', OLD.title, 'body', OLD.body,"
                    + " 'position', OLD.position, 'trashed_at', OLD.trashed_at)";

    /// Notes the transactions in which batches of other devices were applied.
    private static final List<String> APPLIED = List.of(
            "CREATE TABLE applied (tx INTEGER)",
            "CREATE TRIGGER planted_applied AFTER INSERT ON applying BEGIN"
                    + " INSERT INTO applied SELECT number FROM tx; END");

    private static TableDefects of(String... statements) {
        return new TableDefects(List.of(statements));
    }

    private static TableDefects after(List<String> first, String... then) {
        return new TableDefects(Stream.concat(first.stream(), Stream.of(then)).toList());
    }

    /// A trigger as anyone would write it first: a replaced row is taken for a new one.
    static TableDefects naiveInsert() {
        return of("DROP TRIGGER capture_project_insert", """
                CREATE TRIGGER capture_project_insert AFTER INSERT ON project
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  INSERT OR IGNORE INTO pending (tbl, id, base, tx)
                    VALUES ('project', NEW.id, NULL, (SELECT number FROM tx));
                END""");
    }

    /// The conflict clause of the statement outside wins over the one in the trigger, and the base is lost.
    static TableDefects orIgnore() {
        return of("DROP TRIGGER capture_note_update", """
                CREATE TRIGGER capture_note_update AFTER UPDATE OF project, title, body, position, trashed_at ON note
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  INSERT OR IGNORE INTO pending (tbl, id, base, tx)
                    VALUES ('note', OLD.id, %s, (SELECT number FROM tx));
                END""".formatted(COLUMNS_OF_NOTE));
    }

    /// A row that is removed because another takes its row number is not captured.
    static TableDefects rowNumbersUnheeded() {
        return of("DROP TRIGGER capture_file_insert", """
                CREATE TRIGGER capture_file_insert BEFORE INSERT ON file
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  INSERT INTO pending (tbl, id, base, tx)
                    SELECT 'file', NEW.id, (SELECT json_object('project', f.project, 'name', f.name,
                      'media_type', f.media_type, 'size', f.size, 'sha256', f.sha256, 'position', f.position,
                      'trashed_at', f.trashed_at) FROM file f WHERE f.id = NEW.id), (SELECT number FROM tx)
                    WHERE NOT EXISTS (SELECT 1 FROM pending WHERE tbl = 'file' AND id = NEW.id);
                END""");
    }

    static TableDefects removalsUncaptured() {
        return of("DROP TRIGGER capture_note_delete");
    }

    static TableDefects columnForgotten() {
        return of(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, ', \"due\", ', ', ')"
                        + " WHERE name = 'capture_project_update'",
                "PRAGMA writable_schema = OFF");
    }

    static TableDefects applyingForEver() {
        return of("CREATE TRIGGER planted BEFORE DELETE ON applying BEGIN SELECT RAISE(IGNORE); END");
    }

    /// Rows that refer to a removed or replaced row are removed with it.
    static TableDefects cascade() {
        return referring("ON DELETE CASCADE");
    }

    static TableDefects setNull() {
        return referring("ON DELETE SET NULL");
    }

    private static TableDefects referring(String how) {
        return of(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'REFERENCES project (id)', 'REFERENCES project (id) " + how
                        + "') WHERE type = 'table' AND name IN ('note', 'file')",
                "PRAGMA writable_schema = OFF");
    }

    /// Rows edited while their batch is outgoing count as sent.
    static TableDefects clearedInFlight() {
        return of("CREATE TRIGGER planted AFTER DELETE ON outgoing_row BEGIN"
                + " DELETE FROM pending WHERE tbl = OLD.tbl AND id = OLD.id; END");
    }

    static TableDefects clearedWhenFrozen() {
        return of("CREATE TRIGGER planted AFTER INSERT ON outgoing_row BEGIN"
                + " DELETE FROM pending WHERE tbl = NEW.tbl AND id = NEW.id; END");
    }

    /// Old `was` values are sent again.
    static TableDefects baseNotAdvanced() {
        return of("CREATE TRIGGER planted BEFORE UPDATE OF base ON pending WHEN EXISTS (SELECT 1 FROM outgoing) BEGIN"
                + " SELECT RAISE(IGNORE); END");
    }

    static TableDefects keptWhenOvertaken() {
        return after(APPLIED, """
                CREATE TRIGGER planted BEFORE DELETE ON outgoing
                WHEN EXISTS (SELECT 1 FROM applied WHERE tx = (SELECT number FROM tx)) BEGIN
                  SELECT RAISE(IGNORE);
                END""");
    }

    /// A device does not recognize its own batch when it reads it back, and applies it like another's.
    static TableDefects ownBatchUnknown() {
        return of("CREATE TRIGGER planted AFTER INSERT ON outgoing BEGIN"
                + " UPDATE outgoing SET commit_id = '00000000000000000000000000000000'; END");
    }

    static TableDefects numberReused() {
        return factNotAdvanced("version");
    }

    static TableDefects hashNotAdvanced() {
        return factNotAdvanced("hash");
    }

    static TableDefects stateHashNotAdvanced() {
        return factNotAdvanced("stateHash");
    }

    /// A fact in `local` is not updated after a batch of one's own.
    private static TableDefects factNotAdvanced(String fact) {
        return after(APPLIED, """
                CREATE TRIGGER planted BEFORE UPDATE OF value ON local
                WHEN OLD.key = '%s' AND NOT EXISTS (SELECT 1 FROM applied WHERE tx = (SELECT number FROM tx)) BEGIN
                  SELECT RAISE(IGNORE);
                END""".formatted(fact));
    }

    static TableDefects parkedDropped() {
        return of("CREATE TRIGGER planted AFTER INSERT ON parked BEGIN"
                + " DELETE FROM parked WHERE tbl = NEW.tbl AND id = NEW.id; END");
    }

    static TableDefects parkedOnce() {
        return of("CREATE TRIGGER planted BEFORE UPDATE ON parked BEGIN SELECT RAISE(IGNORE); END");
    }

    /// The version of a field that loses is kept nowhere.
    static TableDefects conflictsUnkept() {
        return of(
                "CREATE TRIGGER planted BEFORE INSERT ON conflict WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN"
                        + " SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER planted_too BEFORE INSERT ON merged BEGIN SELECT RAISE(IGNORE); END");
    }

    static TableDefects membershipsUncaptured() {
        return of("DROP TRIGGER capture_project_label_insert", "DROP TRIGGER capture_project_label_update");
    }
}
