package tidemark.ui.setup;

import javafx.scene.Node;
import tidemark.remote.webdav.Fingerprint;
import tidemark.ui.setup.SetupModel.Input;

/// The form for one kind of remote.
sealed interface Form permits FolderForm, BucketForm, WebDavForm {
    /// The node that shows it.
    Node node();

    /// The remote and credentials as they are filled in.
    ///
    /// @throws tidemark.problem.TidemarkException when they make no sense
    Input input();

    /// Takes note that the person accepts this certificate of the server.
    default void trust(Fingerprint fingerprint) {
        throw new IllegalStateException("no certificate was shown here: " + fingerprint);
    }
}
