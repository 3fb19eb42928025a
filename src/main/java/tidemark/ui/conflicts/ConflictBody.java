package tidemark.ui.conflicts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;

/// The middle of the window on a conflict: the versions beside each other, and what the person makes of them.
sealed interface ConflictBody permits TextBody, ValueBody, ExistenceBody {
    /// The conflict as it was when this was made from it.
    Conflict conflict();

    /// What is shown.
    Node node();

    /// What *Save merged* saves; empty where there is nothing to merge.
    Optional<Choice> result();

    /// Does what Alt and this key ask for; says whether they ask for anything.
    boolean press(KeyCode key);
}
