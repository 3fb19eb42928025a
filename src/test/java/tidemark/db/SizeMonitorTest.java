package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tidemark.schema.LibrarySchema;

/// The log messages about a database that grows large.
final class SizeMonitorTest {
    private static final long KIB = 1024;

    private final Logger logger = (Logger) LoggerFactory.getLogger(SizeMonitor.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final SizeMonitor monitor = new SizeMonitor();

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    private List<String> said() {
        return said.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void belowHalfAMebibyteItIsSilent() {
        monitor.check(0);
        monitor.check(512 * KIB - 1);
        assertThat(said()).isEmpty();
    }

    @Test
    void fromHalfAMebibyteItGivesNoticeOnce() {
        monitor.check(512 * KIB);
        monitor.check(600 * KIB);
        monitor.check(1024 * KIB - 1);
        assertThat(said()).containsExactly("INFO Database size notice: 512KB - approaching 1MB migration threshold");
    }

    @Test
    void fromOneMebibyteItWarnsOnce() {
        monitor.check(1_258_292);
        monitor.check(9000 * KIB);
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("WARN DATABASE MIGRATION RECOMMENDED: Database size (1.2MB) exceeds 1MB.");
    }

    @Test
    void eachCrossingIsSaidAgainAfterTheDatabaseHasBeenSmaller() {
        for (var size : List.of(100L, 600L, 1100L, 600L, 1100L, 100L, 600L)) {
            monitor.check(size * KIB);
        }
        assertThat(said().stream().map(line -> line.substring(0, 4))).containsExactly("INFO", "WARN", "WARN", "INFO");
    }

    @Test
    void aLibraryThatGrowsIsWatched(@TempDir Path folder) {
        var settings = Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(0));
        try (var library = Database.open(folder.resolve("database.sqlite"), settings)) {
            library.change(sql -> sql.update("INSERT INTO note (id, body) VALUES ('n1', ?)", "x".repeat(300_000)));
            library.change(sql -> sql.update("INSERT INTO note (id, body) VALUES ('n2', ?)", "x".repeat(700_000)));
            library.change(sql -> sql.update("INSERT INTO note (id, body) VALUES ('n3', ?)", "x".repeat(700_000)));
        }
        assertThat(said().getLast()).startsWith("WARN DATABASE MIGRATION RECOMMENDED");
        assertThat(said()).hasSizeLessThanOrEqualTo(2);
    }
}
