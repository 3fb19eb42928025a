package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.sync.state.ValidText;

/// Texts that another tool stores in bytes that are no UTF-8.
final class InvalidTextTest extends WithPair {
    private static final String VALID = "61EFBFBD62";

    private static void byAnotherTool(Copy device, String... statements) throws SQLException {
        try (var tool = DriverManager.getConnection("jdbc:sqlite:" + device.database.file());
                var work = tool.createStatement()) {
            for (var statement : statements) {
                work.execute(statement);
            }
        }
    }

    private static String bytes(Copy device) {
        return device.database
                .read(sql -> sql.text("SELECT hex(title) FROM project WHERE id = 'p'"))
                .orElse("");
    }

    private void bothHoldTheSame() {
        assertThat(List.of(bytes(laptop), bytes(desk))).containsExactly(VALID, VALID);
        assertThat(laptop.rows()).isEqualTo(desk.rows());
        assertThat(laptop.pending() + desk.pending()).isZero();
        for (var device : List.of(laptop, desk)) {
            assertThat(device.recomputedHash()).isEqualTo(device.position().state());
        }
        assertThat(laptop.position()).isEqualTo(desk.position());
    }

    @Test
    void aNewRowIsMadeValidWhereItIsSent() throws Exception {
        byAnotherTool(laptop, "INSERT INTO project (id, title) VALUES ('p', CAST(x'61ff62' AS TEXT))");
        assertThat(bytes(laptop)).isEqualTo("61FF62");
        laptop.sync();
        desk.sync();
        bothHoldTheSame();
    }

    @Test
    void anEditedRowIsMadeValidWhereItIsSent() throws Exception {
        laptop.set("project", "p", "title", "River");
        laptop.sync();
        desk.sync();
        byAnotherTool(laptop, "UPDATE project SET title = CAST(x'61ff62' AS TEXT)");
        laptop.sync();
        desk.sync();
        bothHoldTheSame();
        assertThat(desk.conflicts()).isEmpty();
    }

    @Test
    void aRowThatEveryDeviceReadsAsBeforeIsMadeValidAndNotSent() throws Exception {
        laptop.set("project", "p", "title", "a\uFFFDb");
        laptop.sync();
        desk.sync();
        byAnotherTool(laptop, "UPDATE project SET title = CAST(x'61ff62' AS TEXT)");
        laptop.sync();
        desk.sync();
        bothHoldTheSame();
        assertThat(desk.position().version().number()).isOne();
    }

    @Test
    void aRowThatWasSentInvalidByAnOlderProgramIsFoundAndMadeValid() throws Exception {
        laptop.set("project", "p", "title", "a\uFFFDb");
        laptop.sync();
        desk.sync();
        byAnotherTool(
                laptop,
                "INSERT INTO applying VALUES (1)",
                "UPDATE project SET title = CAST(x'61ff62' AS TEXT)",
                "DELETE FROM applying");
        laptop.database.change(sql -> {
            var texts = new ValidText(sql, LibrarySchema.CURRENT);
            assertThat(texts.invalid()).containsExactly(new RecordId("project", "p"));
            texts.store(texts.invalid());
            assertThat(texts.invalid()).isEmpty();
        });
        laptop.sync();
        bothHoldTheSame();
    }

    @Test
    void aMarkForWhatIsNoCharacterIsATextLikeAnyOther() {
        laptop.set("project", "p", "title", "a\uFFFDb");
        laptop.sync();
        desk.set("project", "q", "title", "other");
        desk.sync();
        laptop.sync();
        bothHoldTheSame();
    }
}
