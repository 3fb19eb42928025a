package tidemark.ui.setup;

import javafx.scene.Node;
import tidemark.remote.webdav.Fingerprint;
import tidemark.ui.setup.SetupModel.Wish;

/// Asks for what a kind of storage wants to know.
sealed interface Form permits FolderForm, BucketForm, WebDavForm {
    /// What is shown.
    Node node();

    /// What was filled in.
    ///
    /// @throws tidemark.problem.TidemarkException when it makes no sense
    Wish wish();

    /// The person accepts this certificate of the server.
    default void trust(Fingerprint fingerprint) {
        throw new IllegalStateException("no certificate was shown here: " + fingerprint);
    }
}
