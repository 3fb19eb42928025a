package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Popover;
import java.time.InstantSource;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import tidemark.sync.SyncStatus;

/// The button in the status bar that shows the state of the sync; a click opens the details.
public final class SyncIndicator extends Button {
    private final ObjectProperty<SyncStatus> status;
    private final InstantSource clock;
    private final FontIcon icon = new FontIcon();
    private final StatusDetails details;
    private final Popover popover;
    private String style = "";

    /// An indicator of the status `first`, until [#show].
    ///
    /// @param commands the commands of the buttons in the details
    /// @param transfers the transfers of files, for the details
    public SyncIndicator(SyncStatus first, InstantSource clock, SyncCommands commands, Node transfers) {
        this.status = new SimpleObjectProperty<>(first);
        this.clock = clock;
        this.details = new StatusDetails(commands, transfers);
        this.popover = new Popover(details);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        setId("sync-indicator");
        setGraphic(icon);
        getStyleClass().addAll("flat", "sync-indicator");
        setTooltip(new Tooltip(text("sync.tooltip")));
        setOnAction(_ -> toggleDetails());
        status.subscribe(_ -> draw());
        tick();
    }

    /// Shows this status from now on.
    public void show(SyncStatus now) {
        status.set(now);
    }

    private void toggleDetails() {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(this);
            details.readTraffic();
        }
    }

    private void draw() {
        var look = StateLook.of(status.get(), clock.instant());
        icon.setIconCode(look.icon());
        getStyleClass().remove(style);
        style = look.style();
        getStyleClass().add(style);
        setText(look.words());
        setAccessibleText(text("sync.accessible", look.words()));
        details.show(status.get(), look);
    }

    /// Draws again each second: the ages on show grow.
    private void tick() {
        var timeline = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> draw()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timeline.stop();
            } else {
                timeline.play();
            }
        });
    }
}
