package tidemark.ui;

import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// A test with the window on a library that holds one project, without a remote.
@ExtendWith(ApplicationExtension.class)
abstract class WithList {
    @TempDir
    Path folder;

    OpenWindow open;
    Library library;
    ProjectId river;

    @BeforeEach
    final void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        library = open.app.library();
        river = library.projects().create(ProjectDetails.titled("River")).id();
        until(() -> list().getItems().size() == 1);
    }

    @AfterEach
    final void closeWindow() {
        open.close();
    }

    final ListView<?> list() {
        return (ListView<?>) open.stage.getScene().lookup("#projects");
    }

    /// Selects the line at this place alone.
    final void select(int place) {
        fx(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(place);
            return true;
        });
    }
}
