package tidemark.sync;

import tidemark.db.Database;

/// Gives parked fields the columns that a program updated since then has for them.
public final class Unparking {
    private static final String SCHEMA = "schema";

    private Unparking() {}

    /// Does so once for each schema number.
    public static void run(Database database) {
        var known = database.schema().number();
        var last = database.read(sql -> new Replica(sql).number(SCHEMA)).orElse(0);
        if (last >= known) {
            return;
        }
        database.change(sql -> {
            var state = new State(sql, database.schema());
            var placement = new Placement(sql, state);
            sql.update("INSERT INTO applying (flag) VALUES (1)");
            for (var record : state.parked().all()) {
                placement.unpark(record);
            }
            sql.update("DELETE FROM applying");
            new Replica(sql).set(SCHEMA, Integer.toString(known));
        });
    }
}
