package tidemark.fleet;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.db.Work;
import tidemark.library.Library;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.SyncEngine;
import tidemark.sync.SyncResult;
import tidemark.sync.apply.UnknownFieldsAdoption;
import tidemark.sync.format.Device;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// One device of a fleet: a library on its disk, the program that has it open, and its network to the remote.
final class Member {
    /// The computer of a member.
    ///
    /// @param id unique in the fleet; copies of a library share the device, not this
    /// @param shared what all members have in common
    record Host(Path folder, String id, String device, SimClock.Watch watch, Shared shared) {}

    /// The things that all members of a fleet have in common.
    ///
    /// @param templates empty libraries to begin with
    /// @param planted the defect of all devices, or none
    /// @param hasAll whether people make near-equal edits, and other programs odd rows and bulks
    record Shared(Templates.Kind templates, SimClock clock, Defect planted, boolean hasAll) {}

    private final Host host;
    private final Random random;
    private final SimNetwork network;
    private final RemoteStore store;
    private final LiveWrites liveWrites = new LiveWrites();
    private Program program;
    private Path file;
    private int generation;
    private int commits;
    private int commitsUntilKill = Integer.MAX_VALUE;
    private boolean isLookedAt;
    private Runnable beforeEachUse = () -> {};
    private Database database;
    private SyncEngine engine;

    /// A member with a new library, or with a copy of another member's.
    Member(Host host, Program program, SimNetwork network, Optional<Path> copied) {
        this.host = host;
        this.program = program;
        this.network = network;
        this.random = new Random(host.id().hashCode());
        this.store = host.shared().planted().network(network, this);
        this.file = host.folder().resolve(host.id() + ".sqlite");
        copied.ifPresentOrElse(
                from -> TempFolders.copyDatabase(from, file),
                () -> host.shared().templates().copyTo(file, program));
        this.database = open();
        this.engine = newEngine();
    }

    private Database open() {
        var settings = new Database.Settings(program.schema(), program.migrations(), host.watch(), this::used);
        var opened = Database.open(file, settings);
        opened.onCommit(_ -> committed());
        return opened;
    }

    private void used() {
        if (!isLookedAt) {
            beforeEachUse.run();
        }
    }

    /// Reads the library from outside, which is no use of it.
    <T> T look(Work<T> work) {
        isLookedAt = true;
        try {
            return database.read(work);
        } finally {
            isLookedAt = false;
        }
    }

    /// How many transactions were committed since the library was made.
    int commits() {
        return commits;
    }

    private void committed() {
        commits++;
        if (--commitsUntilKill == 0) {
            throw new ProcessKilled();
        }
    }

    /// Kills the process at the commit of the `commits`th transaction from now.
    void killAfterCommits(int commits) {
        commitsUntilKill = commits;
    }

    /// Whether the process is about to be killed at a commit.
    boolean isKillPending() {
        return commitsUntilKill > 0 && commitsUntilKill < Integer.MAX_VALUE / 2;
    }

    /// Runs this before each use of the library, until the program starts again.
    void beforeEachUse(Runnable before) {
        beforeEachUse = before;
    }

    private SyncEngine newEngine() {
        return new SyncEngine(context(ConflictPolicy.ASK));
    }

    SyncContext context(ConflictPolicy policy) {
        return new SyncContext(
                database,
                store,
                () -> new Device(host.device(), host.device()),
                host.watch(),
                random,
                scratch(),
                () -> policy,
                host.shared().clock()::advance,
                host.shared().planted().limits());
    }

    /// Its network, as its program sees it.
    RemoteStore store() {
        return store;
    }

    Path scratch() {
        return host.folder().resolve(host.id() + "-scratch");
    }

    String id() {
        return host.id();
    }

    String device() {
        return host.device();
    }

    Host host() {
        return host;
    }

    SimNetwork network() {
        return network;
    }

    Database database() {
        return database;
    }

    Program program() {
        return program;
    }

    LiveWrites liveWrites() {
        return liveWrites;
    }

    Library library() {
        return new Library(database, host.watch(), random, () -> host.device());
    }

    SyncResult sync(ConflictPolicy policy) {
        return run(policy, round -> round.sync(Progress.NONE));
    }

    /// Runs a round in which the engine does `work`.
    SyncResult run(ConflictPolicy policy, Function<SyncEngine, SyncResult> work) {
        host.shared().planted().beforeRound(this);
        try {
            return work.apply(policy == ConflictPolicy.ASK ? engine : new SyncEngine(context(policy)));
        } finally {
            host.shared().planted().afterRound(this);
        }
    }

    /// Ends the program and starts it again.
    void restart() {
        database.close();
        start();
    }

    /// Replaces the program by another version and starts it.
    void update(Program newer) {
        database.close();
        program = newer;
        start();
    }

    private void start() {
        commitsUntilKill = Integer.MAX_VALUE;
        beforeEachUse = () -> {};
        network.forget();
        database = open();
        UnknownFieldsAdoption.run(database);
        engine = newEngine();
        host.shared().planted().afterStart(this);
    }

    /// Kills the process: the next one finds the files as they are at this moment.
    void kill() {
        var next = nextFile();
        copyTo(next);
        database.close();
        file = next;
        start();
    }

    /// Puts an older copy in place of the library.
    void restore(Path copy) {
        var next = nextFile();
        database.close();
        TempFolders.copyDatabase(copy, next);
        file = next;
        start();
    }

    private Path nextFile() {
        return host.folder().resolve(host.id() + "-" + ++generation + ".sqlite");
    }

    /// Copies the files of the library as they are on the disk, unknown to SQLite.
    void copyTo(Path copy) {
        TempFolders.copyDatabase(file, copy);
    }

    /// Sets a pragma of the connection that writes.
    void pragma(String text) {
        var _ = database.write(sql -> {
            sql.run("PRAGMA " + text);
            return text;
        });
    }

    long pages() {
        return database.read(sql -> sql.number("PRAGMA page_count").orElse(0));
    }

    long pending() {
        return database.read(sql -> sql.number("SELECT count(*) FROM pending").orElse(0));
    }

    long version() {
        return Long.parseLong(local("version").orElse("0"));
    }

    Optional<String> local(String key) {
        return database.read(sql -> sql.text("SELECT value FROM local WHERE key = ?", key));
    }

    /// Every record as the log has it if nothing is pending: the rows, overlaid with the unknown fields.
    SortedMap<RecordId, Row> rows() {
        return database.read(sql -> new LibraryReader(sql).rows(program.schema()));
    }

    /// The words in its rows, conflicts among them, and in its merge history.
    Set<String> words() {
        var words = new HashSet<String>();
        rows().values().forEach(row -> Words.addFrom(row, words));
        database.read(sql -> {
            sql.each("SELECT mine, theirs FROM merged", row -> {
                Words.addFrom(String.valueOf(row.getString(1)), words);
                Words.addFrom(String.valueOf(row.getString(2)), words);
            });
            return words;
        });
        return words;
    }

    /// The due day of a twin project.
    Optional<String> day(String twin) {
        return database.read(sql -> sql.text("SELECT due FROM project WHERE id = ?", twin));
    }

    /// The due day that a twin project had when last in sync, if it is pending.
    Optional<String> baseDay(String twin) {
        return base("project", twin, "due");
    }

    /// The value that a field had when last in sync, if its row is pending.
    Optional<String> base(String table, String id, String field) {
        return database.read(
                sql -> sql.text("SELECT base ->> ? FROM pending WHERE tbl = ? AND id = ?", "$." + field, table, id));
    }

    /// The ids of a table that every device accepts.
    List<String> ids(String table) {
        return database.read(sql -> sql.list(
                "SELECT id FROM \"%s\" WHERE length(id) BETWEEN 1 AND 200 ORDER BY id".formatted(table),
                row -> row.getString(1)));
    }

    void close() {
        database.close();
    }
}
