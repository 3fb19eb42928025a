package tidemark.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;

/// The split of the window into sidebar, list and editor. In a narrow window the sidebar is hidden until the person
/// asks for it.
final class Panes extends SplitPane {
    private static final double NARROW = 900;

    private final Node sidebar;

    /// The dividers' positions as the person left them, without the sidebar and with it, from 0 to 1.
    private double[] twoPaneDividers = {0.42};

    private double[] threePaneDividers = {0.18, 0.45};

    private boolean isWide = true;

    Panes(Node sidebar, Node list, Node editor) {
        super(sidebar, list, editor);
        this.sidebar = sidebar;
        getStyleClass().add("panes");
        sidebar.getStyleClass().add("sidebar-place");
        editor.getStyleClass().add("editor-place");
        setDividerPositions(threePaneDividers);
        List.of(sidebar, list).forEach(pane -> setResizableWithParent(pane, false));
        sceneProperty().flatMap(Scene::widthProperty).subscribe(this::fit);
    }

    private void fit(Number width) {
        var fits = width == null || width.doubleValue() >= NARROW;
        if (fits != isWide) {
            isWide = fits;
            show(fits);
        }
    }

    private boolean hasSidebar() {
        return getItems().contains(sidebar);
    }

    /// Shows or hides the sidebar, until the window becomes narrow or wide again.
    void toggleSidebar() {
        show(!hasSidebar());
    }

    private void show(boolean withSidebar) {
        if (withSidebar == hasSidebar()) {
            return;
        }
        if (withSidebar) {
            twoPaneDividers = getDividerPositions();
            getItems().addFirst(sidebar);
            setDividerPositions(threePaneDividers);
        } else {
            threePaneDividers = getDividerPositions();
            getItems().remove(sidebar);
            setDividerPositions(twoPaneDividers);
        }
    }
}
