package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.LogFiles;

/// The log of commands: one readable line for each thing that happened.
final class LogTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;

    @BeforeEach
    void start() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var shell : List.of(laptop, desk)) {
            shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        LogFiles.COMMANDS.begin(new LibraryFolder(folder));
    }

    @AfterEach
    void endTheLog() {
        var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
        StreamSupport.stream(
                        ((Iterable<ch.qos.logback.core.Appender<ch.qos.logback.classic.spi.ILoggingEvent>>)
                                        root::iteratorForAppenders)
                                .spliterator(),
                        false)
                .filter(RollingFileAppender.class::isInstance)
                .toList()
                .forEach(appender -> {
                    root.detachAppender(appender);
                    appender.stop();
                });
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("logs/commands.log"));
    }

    private Stream<String> linesWith(String words) throws IOException {
        return lines().stream().filter(line -> line.contains(words));
    }

    @Test
    void aBatchIsALineWhereItWasSentAndOneWhereItWasTaken() throws IOException {
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        laptop.done("project", "add", "--title=Dam", "--label=work");
        laptop.done("sync");
        desk.done("sync");
        assertThat(linesWith("Sent version 1: 1 row")).hasSize(1);
        assertThat(linesWith("Sent version 2: 3 rows")).hasSize(1);
        assertThat(linesWith("Took version 2 of laptop: 3 rows")).hasSize(1);
        assertThat(lines()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .*"));
    }

    @Test
    void whatAPersonCanMendIsOneLineToo() throws IOException {
        laptop.done("sync");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        var answer = laptop.run("sync");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(linesWith("A command failed: The folder ")).hasSize(1);
        assertThat(lines()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .*"));
    }
}
