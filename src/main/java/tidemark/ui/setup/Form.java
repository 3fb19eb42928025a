package tidemark.ui.setup;

import javafx.scene.Node;
import tidemark.ui.setup.SetupModel.Wish;

/// Asks for what a kind of storage wants to know.
sealed interface Form permits FolderForm, BucketForm {
    /// What is shown.
    Node node();

    /// What was filled in.
    ///
    /// @throws tidemark.problem.TidemarkException when it makes no sense
    Wish wish();
}
