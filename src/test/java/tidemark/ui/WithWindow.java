package tidemark.ui;

import static tidemark.ui.OpenWindow.eventually;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.sync.SyncState;

/// A test with the window on the sample library, in sync with a folder.
@ExtendWith(ApplicationExtension.class)
abstract class WithWindow {
    @TempDir
    Path folder;

    OpenWindow open;

    @BeforeEach
    final void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.of(folder.resolve("remote")));
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
    }

    @AfterEach
    final void closeWindow() {
        open.close();
    }
}
