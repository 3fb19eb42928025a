package tidemark.ui.files;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import tidemark.library.records.ProjectId;

/// The dropping of files on a project: on the open one, or on one in a list.
public final class FileDrop {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("file-target");

    private final Node node;
    private final FileAdding adding;
    private final Supplier<Optional<ProjectId>> project;

    private FileDrop(Node node, FileAdding adding, Supplier<Optional<ProjectId>> project) {
        this.node = node;
        this.adding = adding;
        this.project = project;
    }

    /// Lets files be dropped on this node, which is marked while they are above it.
    ///
    /// @param project the one that it stands for; empty while it takes none
    public static void install(Node node, FileAdding adding, Supplier<Optional<ProjectId>> project) {
        var drop = new FileDrop(node, adding, project);
        node.addEventHandler(DragEvent.DRAG_ENTERED, event -> drop.mark(drop.isWelcome(event)));
        node.addEventHandler(DragEvent.DRAG_EXITED, _ -> drop.mark(false));
        node.addEventHandler(DragEvent.DRAG_OVER, drop::over);
        node.addEventHandler(DragEvent.DRAG_DROPPED, drop::dropped);
    }

    private boolean isWelcome(DragEvent event) {
        return FileAdding.canTake(event.getDragboard()) && project.get().isPresent();
    }

    private void mark(boolean isTarget) {
        node.pseudoClassStateChanged(TARGET, isTarget);
    }

    private void over(DragEvent event) {
        if (isWelcome(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        mark(false);
        if (isWelcome(event)) {
            project.get().ifPresent(id -> adding.take(id, event.getDragboard()));
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
