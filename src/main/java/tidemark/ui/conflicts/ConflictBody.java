package tidemark.ui.conflicts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;

/// The middle of the conflict window: the versions beside each other, and the result that the person makes of them.
sealed interface ConflictBody permits TextBody, ValueBody, ExistenceBody, UnreadableBody {
    /// The conflict as it was when this body was made.
    Conflict conflict();

    /// The node that shows it.
    Node node();

    /// The choice that *Save merged* makes; empty where there is nothing to merge.
    Optional<Choice> result();

    /// Handles a key pressed with Alt, and returns whether it means anything here.
    boolean press(KeyCode key);
}
