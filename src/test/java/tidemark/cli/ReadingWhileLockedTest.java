package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands that only read, while another program is in the middle of a long write.
@Timeout(60)
final class ReadingWhileLockedTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Connection other;

    @BeforeEach
    void lock() throws SQLException {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        laptop.project("River");
        other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("laptop/database.sqlite"));
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    @AfterEach
    void unlock() throws SQLException {
        other.close();
    }

    @Test
    void theyAnswerAsEver() {
        assertThat(laptop.done("project", "list").out()).contains("River");
        assertThat(laptop.json("status").json().get("pending").asInt()).isEqualTo(1);
        laptop.done("export", folder.resolve("exported").toString());
    }
}
