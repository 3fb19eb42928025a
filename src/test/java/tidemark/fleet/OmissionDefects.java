package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.EngineAccess;
import tidemark.sync.checkpoint.ForgedCheckpoint;
import tidemark.sync.format.StateHash;

/// Defects of programs that do something too early, twice, or not at all.
final class OmissionDefects {
    private OmissionDefects() {}

    /// A window saves every field as it read it.
    static final Defect BLIND_SAVE = new Defect() {
        @Override
        public boolean savesBlindly() {
            return true;
        }
    };

    /// The outgoing batch is forgotten at a start: it is built anew, under the same number.
    static final Defect FORGETS_AT_START = new Defect() {
        @Override
        public void afterStart(Member member) {
            forget(member);
        }
    };

    /// The outgoing batch is forgotten at each attempt, and built anew.
    static final Defect FORGETS_AT_EACH_ROUND = new Defect() {
        @Override
        public void beforeRound(Member member) {
            forget(member);
        }
    };

    private static void forget(Member member) {
        member.database().change(sql -> {
            sql.update("DELETE FROM outgoing_row");
            sql.update("DELETE FROM outgoing");
        });
    }

    /// A checkpoint is installed before the fate of the outgoing batch is known.
    static final Defect JUMPS_UNSETTLED = new Defect() {
        @Override
        public void beforeRound(Member member) {
            var library = member.local("library");
            if (library.isPresent()) {
                try {
                    EngineAccess.installCheckpoint(member.context(tidemark.conflict.ConflictPolicy.ASK), library.get());
                } catch (RemoteException e) {
                    // the round itself fails in the same way
                }
            }
        }
    };

    /// A row that was typed back while it is outgoing is no longer pending.
    static final Defect TYPED_BACK_DROPPED = new Defect() {
        @Override
        public List<String> statements() {
            return List.of("""
                    CREATE TRIGGER planted BEFORE INSERT ON pending
                    WHEN EXISTS (SELECT 1 FROM outgoing_row o WHERE o.tbl = NEW.tbl AND o.id = NEW.id) BEGIN
                      SELECT RAISE(IGNORE);
                    END""");
        }

        @Override
        public void afterAct(Member member) {
            member.database().change(sql -> {
                var schema = member.program().schema();
                for (var record : unchanged(sql, new Rows(sql, schema))) {
                    sql.update("DELETE FROM pending WHERE tbl = ? AND id = ?", record.table(), record.id());
                }
            });
        }
    };

    private static List<RecordId> unchanged(Sql sql, Rows rows) throws java.sql.SQLException {
        var same = new ArrayList<RecordId>();
        for (var entry : sql.list(
                "SELECT id, base FROM pending WHERE tbl = 'project' AND base IS NOT NULL",
                row -> List.of(row.getString(1), row.getString(2)))) {
            var record = new RecordId("project", entry.get(0));
            if (rows.find(record).equals(Optional.of(tidemark.db.Json.row(entry.get(1))))) {
                same.add(record);
            }
        }
        return same;
    }

    /// Half of a transaction is sent, the rest with the next batch.
    static final Defect HALF_TRANSACTIONS = new Defect() {
        @Override
        public List<String> statements() {
            return List.of("CREATE TABLE put_aside (tbl TEXT, id TEXT, base TEXT, tx INTEGER)");
        }

        @Override
        public void beforeRound(Member member) {
            member.database().change(sql -> {
                sql.update("INSERT INTO put_aside SELECT tbl, id, base, tx FROM pending"
                        + " WHERE id = 'twin2' AND base IS NULL");
                sql.update("DELETE FROM pending WHERE id = 'twin2' AND base IS NULL");
            });
        }

        @Override
        public void afterRound(Member member) {
            member.database().change(sql -> {
                sql.update("INSERT OR IGNORE INTO pending SELECT tbl, id, base, tx FROM put_aside");
                sql.update("DELETE FROM put_aside");
            });
        }
    };

    /// A checkpoint holds pending values.
    static final Defect CHECKPOINT_WITH_PENDING = new Defect() {
        @Override
        public RemoteStore network(RemoteStore network, Member member) {
            return new CheckpointTampering(network, sql -> {
                sql.run("CREATE TABLE tx AS SELECT 0 AS number, 0 AS at");
                var rows = new Rows(sql, member.program().schema());
                var rowsHere = member.rows();
                for (var entry : rowsHere.entrySet()) {
                    if (member.program().schema().find(entry.getKey().table()).isPresent()) {
                        put(rows, entry.getKey(), entry.getValue());
                    }
                }
                var hash = StateHash.EMPTY;
                for (var entry : rowsHere.entrySet()) {
                    hash = hash.changed(entry.getKey(), Optional.empty(), Optional.of(entry.getValue()));
                }
                sql.update("UPDATE checkpoint SET value = ? WHERE key = 'stateHash'", hash.toString());
                sql.run("DROP TABLE tx");
            });
        }
    };

    private static void put(Rows rows, RecordId record, Row row) throws java.sql.SQLException {
        if (rows.find(record).isPresent()) {
            rows.update(record, row.values().keySet(), row);
        } else {
            rows.insert(record, row);
        }
    }

    private interface Tampering {
        void on(Sql sql) throws java.sql.SQLException;
    }

    /// A network that changes checkpoints when they are sent.
    private static final class CheckpointTampering extends DefectiveNetwork {
        private final Tampering tampering;

        CheckpointTampering(RemoteStore network, Tampering tampering) {
            super(network);
            this.tampering = tampering;
        }

        @Override
        public void put(ObjectName name, Body body, Metadata metadata) {
            inner.put(name, name.equals(Names.CHECKPOINT) ? tampered(body) : body, metadata);
        }

        private Body tampered(Body body) {
            var folder = TempFolders.make();
            try {
                var file = folder.resolve("checkpoint.sqlite");
                Files.write(file, Transfer.bytes(body));
                var _ = SqliteFile.edit(file, sql -> {
                    tampering.on(sql);
                    ForgedCheckpoint.updateChecksum(sql);
                    return file;
                });
                return Body.of(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                TempFolders.remove(folder);
            }
        }
    }
}
