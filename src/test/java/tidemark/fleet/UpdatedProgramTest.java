package tidemark.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.conflict.ConflictPolicy;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.schema.RecordId;
import tidemark.schema.Value;
import tidemark.sync.SyncResult;
import tidemark.sync.SyncedStateCheck;
import tidemark.sync.state.Detach;

/// A program that is updated while rows are pending whose unknown fields it kept for a newer one.
final class UpdatedProgramTest {
    private static final RecordId PROJECT = new RecordId("project", "p1");

    private final SimClock clock = new SimClock();
    private final SimStore backing = new SimStore(SimStore.Kind.BUCKET, "place");
    private Member laptop;
    private Member desk;

    @TempDir
    Path folder;

    /// The laptop's program is newer and has given the project a field for which the desk's program has no column.
    @BeforeEach
    void theDeskKeepsAFieldForTheLaptop() {
        laptop = member("laptop", Program.NEWER);
        desk = member("desk", Program.OLD);
        run(laptop, "INSERT INTO project (id, title, priority) VALUES ('p1', 'River', 4)");
        sync(laptop);
        sync(desk);
    }

    @AfterEach
    void close() {
        laptop.close();
        desk.close();
    }

    private Member member(String id, Program program) {
        var network = new SimNetwork(backing, (_, _) -> {}, new DelayedWrites());
        var shared = new Member.Shared(new Templates(Defect.NONE.statements()).of(0), clock, Defect.NONE, false);
        var host = new Member.Host(
                TempFolders.within(folder, id), id, id, new SimClock.Watch(clock, Duration.ZERO), shared);
        return new Member(host, program, network, Optional.empty());
    }

    private static void run(Member member, String statement) {
        member.database().change(sql -> sql.update(statement));
    }

    private static SyncResult sync(Member member) {
        return member.sync(ConflictPolicy.ASK);
    }

    private void bothHoldTheSame() {
        assertThat(sync(laptop)).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(sync(desk)).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.rows()).isEqualTo(laptop.rows());
        for (var member : List.of(laptop, desk)) {
            assertThat(member.pending()).isZero();
            assertThat(new SyncedStateCheck(member.database()).findings()).isEmpty();
        }
    }

    private Optional<Long> priority() {
        return desk.database()
                .read(sql -> sql.number("SELECT priority FROM project WHERE id = 'p1'").stream()
                        .boxed()
                        .findFirst());
    }

    /// The value that the laptop holds.
    private Optional<Value> value(String column) {
        return Optional.ofNullable(laptop.rows().get(PROJECT)).flatMap(row -> row.get(column));
    }

    @Test
    void whatWaitsToBeSentHasTheFieldAfterwards() {
        run(desk, "UPDATE project SET title = 'Upper river' WHERE id = 'p1'");
        desk.update(Program.NEWER);
        assertThat(priority()).contains(4L);
        assertThat(sync(desk)).isEqualTo(new SyncResult.UpToDate(0, 1));
        bothHoldTheSame();
        assertThat(value("title")).hasToString("Optional[Upper river]");
    }

    @Test
    void aChangeOfTheFieldIsSent() {
        run(desk, "UPDATE project SET title = 'Upper river' WHERE id = 'p1'");
        desk.update(Program.NEWER);
        run(desk, "UPDATE project SET priority = 2 WHERE id = 'p1'");
        assertThat(sync(desk)).isEqualTo(new SyncResult.UpToDate(0, 1));
        bothHoldTheSame();
        assertThat(value("priority")).hasToString("Optional[2]");
    }

    @Test
    void soHasWhatIsOnItsWay() {
        run(desk, "UPDATE project SET title = 'Upper river' WHERE id = 'p1'");
        desk.network()
                .inject(new FaultScript(
                        List.of(new FaultScript.InjectedFault(Fault.LANDED_LATE, 0)), 0, new FaultCounts()));
        assertThatThrownBy(() -> sync(desk)).isInstanceOf(Unavailable.class);
        desk.network().inject(FaultScript.NONE);
        boolean isSending = desk.database().read(sql -> new LibraryReader(sql).isSending());
        assertThat(isSending).isTrue();
        desk.update(Program.NEWER);
        assertThat(sync(desk)).isEqualTo(new SyncResult.UpToDate(0, 1));
        bothHoldTheSame();
        assertThat(priority()).contains(4L);
    }

    @Test
    void whatWasRemovedIsRemovedWithTheField() {
        run(desk, "DELETE FROM project WHERE id = 'p1'");
        desk.update(Program.NEWER);
        assertThat(sync(desk)).isEqualTo(new SyncResult.UpToDate(0, 1));
        bothHoldTheSame();
        assertThat(laptop.rows()).isEmpty();
    }

    /// Everything is sent again, as to another place.
    @Test
    void whatIsSentWholeHasTheFieldToo() {
        Detach.run(desk.database());
        desk.update(Program.NEWER);
        assertThat(priority()).contains(4L);
        run(desk, "UPDATE project SET priority = 2 WHERE id = 'p1'");
        assertThat(sync(desk)).isInstanceOf(SyncResult.UpToDate.class);
        bothHoldTheSame();
        assertThat(value("priority")).hasToString("Optional[2]");
    }
}
