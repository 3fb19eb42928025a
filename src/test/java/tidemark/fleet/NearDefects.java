package tidemark.fleet;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.sync.format.BatchLimits;

/// Defects that a fleet finds only by edits that change next to nothing, by odd rows and bulks of another program, by a
/// store that keeps other bytes, and by its search.
final class NearDefects {
    /// A row that is pending against what was sent, though it differs only in how a function sees it, counts as sent.
    private static final String NEARLY_SAME = """
            CREATE TRIGGER planted_%1$s AFTER UPDATE OF base ON pending
            WHEN NEW.tbl = '%1$s' AND EXISTS (SELECT 1 FROM outgoing)
              AND EXISTS (SELECT 1 FROM "%1$s" t WHERE t.id = NEW.id AND t.title IS NOT NEW.base ->> '$.title'
                AND %2$s) BEGIN
              DELETE FROM pending WHERE tbl = NEW.tbl AND id = NEW.id;
            END""";

    private NearDefects() {}

    private static TableDefects nearlySame(String comparison) {
        return new TableDefects(
                List.of(NEARLY_SAME.formatted("project", comparison), NEARLY_SAME.formatted("note", comparison)));
    }

    /// The acknowledgement of a batch takes a row for unchanged that was edited meanwhile, and differs in case.
    static TableDefects acknowledgedButForCase() {
        return nearlySame("lower(t.title) = lower(NEW.base ->> '$.title')");
    }

    /// The acknowledgement of a batch takes a row for unchanged that was edited meanwhile, and differs in blanks.
    static TableDefects acknowledgedButForBlanks() {
        return nearlySame("replace(t.title, ' ', '') = replace(NEW.base ->> '$.title', ' ', '')");
    }

    /// The search index is not brought up to date once the log holds a batch.
    static TableDefects indexNotFollowed() {
        return new TableDefects(List.of("""
                CREATE TRIGGER planted BEFORE INSERT ON to_index WHEN EXISTS (SELECT 1 FROM log) BEGIN
                  SELECT RAISE(IGNORE);
                END"""));
    }

    /// Transactions that changed the same row are not kept together when a backlog is cut.
    static TableDefects transactionsNotLinked() {
        return new TableDefects(
                List.of("CREATE TRIGGER planted BEFORE INSERT ON tx_link BEGIN SELECT RAISE(IGNORE); END"));
    }

    /// A device sends what its own reader refuses.
    static final Defect LIMITS_OF_READERS_UNHEEDED = new Defect() {
        @Override
        public BatchLimits limits() {
            var limits = BulkWorkload.LIMITS;
            return new BatchLimits(10_000, limits.text(), limits.room(), limits.json());
        }
    };

    /// A pending row whose base cannot be read counts as new.
    static TableDefects unreadableIsNew() {
        return new TableDefects(List.of("""
                CREATE TRIGGER planted AFTER UPDATE OF base ON pending WHEN NOT json_valid(NEW.base) BEGIN
                  UPDATE pending SET base = NULL WHERE tbl = NEW.tbl AND id = NEW.id;
                END"""));
    }

    /// An answer that says that versions are kept is not heeded: what was created is believed to be what counts.
    static CommitDefects replacedUnnoticed() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public boolean mayReplace() {
                return false;
            }
        });
    }

    /// A snapshot is not read back before the history up to it is emptied: the device believes its own copy.
    static CommitDefects snapshotNotReadBack() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            private final Map<ObjectName, byte[]> own = new HashMap<>();

            @Override
            public void put(ObjectName name, Body body, Metadata metadata) {
                own.put(name, tidemark.remote.Transfer.bytes(body));
                inner.put(name, body, metadata);
            }

            @Override
            public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
                var bytes = own.remove(name);
                return bytes != null && name.value().startsWith("checkpoints/")
                        ? Optional.of(SimStore.write(Names.object(name, bytes), to))
                        : inner.get(name, to, limit);
            }
        });
    }
}
