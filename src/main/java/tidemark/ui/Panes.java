package tidemark.ui;

import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;

/// The split of the window into sidebar, list and editor. In a narrow window the sidebar is hidden until the person
/// asks for it.
final class Panes extends SplitPane {
    private static final double NARROW = 900;

    /// The room that stays for the editor, whatever the panes beside it had in a wider window.
    private static final double EDITOR_WIDTH = 330;

    private final Node sidebar;

    private static final double[] TWO_PANES = {0.42};
    private static final double[] THREE_PANES = {0.18, 0.45};

    /// The dividers' places in pixels as the person left them, without the sidebar and with it; none before they were
    /// shown. A part of the width would be another place in a window of another width.
    private List<Double> twoPaneDividers = List.of();

    private List<Double> threePaneDividers = List.of();

    private boolean isWide = true;

    /// The width for which the dividers' positions were found last.
    private double drawnWidth;

    Panes(Node sidebar, Node list, Node editor) {
        super(sidebar, list, editor);
        this.sidebar = sidebar;
        getStyleClass().add("panes");
        sidebar.getStyleClass().add("sidebar-place");
        editor.getStyleClass().add("editor-place");
        setDividerPositions(THREE_PANES);
        List.of(sidebar, list).forEach(pane -> setResizableWithParent(pane, false));
        sceneProperty().flatMap(Scene::widthProperty).subscribe(this::fit);
    }

    private void fit(Number width) {
        var fits = width == null || width.doubleValue() == 0 || width.doubleValue() >= NARROW;
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
            twoPaneDividers = dividers();
            getItems().addFirst(sidebar);
            place(threePaneDividers, THREE_PANES);
        } else {
            threePaneDividers = dividers();
            getItems().remove(sidebar);
            place(twoPaneDividers, TWO_PANES);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        drawnWidth = getWidth();
    }

    private List<Double> dividers() {
        return drawnWidth == 0
                ? List.of()
                : Arrays.stream(getDividerPositions())
                        .mapToObj(part -> part * drawnWidth)
                        .toList();
    }

    /// Moves the dividers to their places, once the panes have the width that the window has now.
    private void place(List<Double> places, double[] atFirst) {
        if (places.isEmpty()) {
            setDividerPositions(atFirst);
            return;
        }
        Platform.runLater(() -> {
            if (places.size() == getDividers().size()) {
                var last = getWidth() - EDITOR_WIDTH;
                var parts = places.stream()
                        .mapToDouble(place -> Math.min(place, last) / getWidth())
                        .toArray();
                setDividerPositions(parts);
                setDividerPositions(parts); // no divider passes the next one, which may have had to move first
            }
        });
    }
}
