package tidemark.ui.base;

import java.time.Clock;
import javafx.stage.Stage;
import tidemark.app.App;
import tidemark.app.ProjectFiles;
import tidemark.library.Library;

/// The services that the parts of the window share.
///
/// @param owner the main window, which dialogs belong to
/// @param background runs what a person waits for
/// @param patient runs what may take long, such as fetching a file or decoding a picture
/// @param clock the time, in the person's time zone
public record Services(
        App app, Stage owner, Background background, Background patient, Undo undo, Desktop desktop, Clock clock) {
    /// The files of projects with their contents.
    public ProjectFiles files() {
        return app.files();
    }

    /// The library's records.
    public Library library() {
        return app.library();
    }
}
