package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.base.LibraryFolder;

/// The single window of a library, which further starts bring to the front.
final class SingleInstanceTest {
    @TempDir
    Path parent;

    private LibraryFolder folder;

    @BeforeEach
    void name() {
        folder = new LibraryFolder(parent.resolve("laptop"));
    }

    @Test
    void aSecondStartOpensNoWindowAndBringsTheFirstToTheFront() {
        var seen = new ArrayList<String>();
        var ran = new SingleInstance(folder).open(() -> {
            seen.add("first");
            try (var app = TestApp.open(folder.path())) {
                var wanted = new CountDownLatch(1);
                app.onWindowWanted(wanted::countDown);
                assertThat(new SingleInstance(folder).open(() -> seen.add("second")))
                        .isFalse();
                TestApp.await(wanted);
                seen.add("to front");
            }
        });
        assertThat(ran).isTrue();
        assertThat(seen).containsExactly("first", "to front");
        assertThat(folder.windowRequest()).doesNotExist();
    }

    @Test
    void aStartWhileTheFirstIsEndingWaitsForItAndOpens() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var second = new FutureTask<>(() -> new SingleInstance(folder).open(() -> seen.add("second")));
        assertThat(new SingleInstance(folder).open(() -> {
                    new Thread(second).start();
                    while (!Files.exists(folder.windowRequest())) {
                        Thread.onSpinWait(); // nobody answers the request: this window is closing
                    }
                    seen.add("first");
                }))
                .isTrue();
        assertThat(second.get(TestApp.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void afterTheWindowIsClosedAnotherMayOpen() {
        var seen = new ArrayList<String>();
        assertThat(new SingleInstance(folder).open(() -> seen.add("first"))).isTrue();
        assertThat(new SingleInstance(folder).open(() -> seen.add("second"))).isTrue();
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void aWindowThatFailsLeavesTheLibraryFree() {
        assertThatThrownBy(() -> new SingleInstance(folder).open(() -> {
                    throw new IllegalStateException("no screen");
                }))
                .hasMessage("no screen");
        assertThat(new SingleInstance(folder).open(() -> {})).isTrue();
    }

    @Test
    void whatAskedForAnEarlierWindowIsForgotten() throws Exception {
        folder.create();
        Files.createFile(folder.windowRequest());
        new SingleInstance(folder)
                .open(() -> assertThat(new SingleInstance(folder).takeRequest()).isFalse());
    }
}
