package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.SqliteFile;

/// The command that waits, beside other processes.
final class WatchCommandTest {
    /// Less than the half minute after which the remote is asked again, at which what another process wrote would be
    /// found in any case.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /// Has a permit for each piece that the command has written.
    private final Semaphore written = new Semaphore(0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            written.release();
        }
    };
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Shell shell;
    private Thread watch;

    @BeforeEach
    void makeLibrary() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        shell.clock(Clock.systemUTC());
        shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        watch = new Thread(() -> {
            var library = shell.library.toString();
            Commands.run(shell.cliEnvironment(out, err), "watch", "--library", library);
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        watch.interrupt();
        watch.join();
    }

    private void says(String pattern) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!out.toString(StandardCharsets.UTF_8).lines().anyMatch(line -> line.matches(pattern))) {
            var left = until - System.nanoTime();
            assertThat(left).as("%s in %s %s", pattern, out, err).isPositive();
            var _ = written.tryAcquire(left, TimeUnit.NANOSECONDS);
        }
    }

    @Test
    void whatAnotherProcessWritesIsNoticedAtOnce() throws InterruptedException {
        watch.start();
        says("up to date  version 0  0 pending");
        SqliteFile.edit(
                shell.library.resolve("database.sqlite"),
                sql -> sql.update("INSERT INTO project (id, title) VALUES ('p1', 'River')"));
        says("waiting  version 0  1 pending");
    }

    @Test
    void offlineItTellsTheTimeOfTheNextTry() throws InterruptedException, IOException {
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        watch.start();
        says("offline  version 0  0 pending  next try \\d\\d:\\d\\d:\\d\\d  The folder .* is not there\\.");
    }
}
