package tidemark.ui.conflicts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;

/// The middle of the conflict window: the versions beside each other, and the result that the person makes of them.
sealed interface ConflictBody permits TextBody, ValueBody, ExistenceBody, UnreadableBody {
    /// The conflict as it was when this body was made.
    Conflict conflict();

    /// The node that shows it.
    Node node();

    /// The choice that the last button makes; empty where nothing can be chosen.
    default Optional<Choice> result() {
        return Optional.empty();
    }

    /// Handles a key, and returns whether it means anything here.
    default boolean press(KeyEvent key) {
        return false;
    }
}
