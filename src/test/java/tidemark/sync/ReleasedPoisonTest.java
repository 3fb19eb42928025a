package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.state.Progress;

/// A remote that 0.1.0 poisoned by a batch that nobody can read, the writer included: every device of today skips it,
/// and nothing that can be read is lost.
///
/// The bulk, which takes a minute, by `./mvnw test -Dtest=ReleasedPoisonTest -Dbulk=true`.
final class ReleasedPoisonTest extends WithReleased {
    /// The ways in which 0.1.0 writes what it then refuses.
    enum Poison {
        /// A row whose id no reader accepts.
        ODD_ROW("an id of 0 characters") {
            @Override
            void edit(ReleasedDevice writer) {
                writer.edit("INSERT INTO project (id, title) VALUES ('', 'Odd')");
            }
        },
        /// Small rows in one transaction, which take more room than any reader has.
        BULK("more than a batch may") {
            @Override
            void edit(ReleasedDevice writer) {
                writer.edit("""
                        INSERT INTO project (id, title, summary, status, due, position)
                        WITH RECURSIVE count (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM count WHERE i < 110000)
                        SELECT 'b' || i, 'Project ' || i, 'In short', 'active', '2026-05-01', 'a' || i FROM count""");
            }
        };

        private final String why;

        Poison(String why) {
            this.why = why;
        }

        abstract void edit(ReleasedDevice writer);

        /// 0.1.0 commits the batch and cannot read it back.
        void poison(WithReleased devices) {
            devices.old.edit("INSERT INTO project (id, title) VALUES ('p3', 'Plain')");
            edit(devices.old);
            assertThatThrownBy(devices.old::sync)
                    .hasMessageContaining("002.json.gz")
                    .hasMessageContaining(why);
            assertThatThrownBy(devices.desk::sync).isInstanceOf(Corrupt.class).hasMessageContaining(why);
        }
    }

    private static void skip(Copy device) {
        assertThat(device.engine.skipUnreadable(Progress.NONE)).isInstanceOf(SyncResult.UpToDate.class);
    }

    @ParameterizedTest
    @EnumSource(names = "ODD_ROW")
    void itIsSkippedAndAnotherDeviceWithTheOldProgramGoesOnByItself(Poison poison) {
        try (var second = released("second")) {
            sync(second);
            second.edit("UPDATE note SET title = 'Not sent yet' WHERE id = 'n1'");
            poison.poison(this);
            assertThatThrownBy(second::sync).hasMessageContaining("cannot be read");
            skip(desk);
            bothHoldTheSame(second);
            assertThat(desk.text("note", "n1", "title")).isEqualTo("Not sent yet");
            fieldsOfTodayAreThere();
        }
        try (var late = released("late")) {
            bothHoldTheSame(late);
        }
        try (var late = today("tablet")) {
            sync(late);
            Copies.same(late, desk);
        }
    }

    /// Not updated, it would send the same again.
    static List<Poison> poisons() {
        return Boolean.getBoolean("bulk") ? List.of(Poison.values()) : List.of(Poison.ODD_ROW);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void theDeviceThatWroteItGoesOnOnceItIsUpdated(Poison poison) {
        poison.poison(this);
        skip(desk);
        try (var updated = updated()) {
            inSync(updated, poison);
        }
        bothHoldTheSame(old);
    }

    @ParameterizedTest
    @EnumSource(names = "ODD_ROW")
    void theDeviceThatWroteItSkipsItItselfOnceItIsUpdated(Poison poison) {
        poison.poison(this);
        try (var updated = updated()) {
            skip(updated);
            inSync(updated, poison);
        }
        bothHoldTheSame(old);
    }

    private void inSync(Copy updated, Poison poison) {
        for (int i = 0; i < 2; i++) {
            sync(updated);
            sync(desk);
        }
        assertThat(desk.position()).isEqualTo(updated.position());
        assertThat(desk.text("project", "p3", "title")).isEqualTo("Plain");
        assertThat(updated.pending()).isEqualTo(poison == Poison.ODD_ROW ? 1 : 0);
        assertThat(updated.ids("label")).isEqualTo(desk.ids("label"));
        fieldsOfTodayAreThere();
    }
}
