package tidemark.ui.files;

import java.time.Clock;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Picture;

/// A file in the grid: its picture, or the icon of its kind, above its name and state.
final class FileTile extends VBox {
    static final double WIDTH = 156;
    static final double HEIGHT = 186;

    private static final double PICTURE_WIDTH = 132;
    private static final double PICTURE_HEIGHT = 100;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private final FilesModel model;
    private final Pictures pictures;
    private final Clock clock;
    private final ImageView image = new ImageView();
    private final FontIcon icon = Icons.icon(Feather.FILE);
    private final Label name = new Label();
    private final StateMark state = new StateMark();
    private final Tooltip tip = new Tooltip();
    private Subscription subscription = Subscription.EMPTY;
    private FileLine line;

    FileTile(FilesModel model, Pictures pictures, Clock clock, FileLine line) {
        this.model = model;
        this.pictures = pictures;
        this.clock = clock;
        this.line = line;
        getStyleClass().add("file-tile");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.setFitWidth(PICTURE_WIDTH);
        image.setFitHeight(PICTURE_HEIGHT);
        icon.getStyleClass().add("file-tile-icon");
        var picture = new StackPane(icon, image);
        picture.getStyleClass().add("file-tile-picture");
        picture.setMinHeight(PICTURE_HEIGHT);
        name.getStyleClass().add("file-tile-name");
        name.setMaxWidth(PICTURE_WIDTH);
        state.setAlignment(Pos.CENTER);
        getChildren().setAll(picture, name, state);
        Tooltip.install(this, tip);
    }

    /// The file that it shows.
    FileLine line() {
        return line;
    }

    void show(FileLine shown, boolean isSelected, boolean isLead) {
        subscription.unsubscribe();
        line = shown;
        name.setText(shown.name().shown());
        tip.setText(shown.name().shown() + "\n" + FileWords.size(shown));
        icon.setIconCode(FileWords.icon(shown));
        setAccessibleText(FileWords.spoken(shown, clock));
        showTransfer();
        pseudoClassStateChanged(SELECTED, isSelected);
        pseudoClassStateChanged(LEAD, isLead);
        if (Pictures.isPicture(shown.file())) {
            subscription = pictures.of(shown, Bound.THUMBNAIL).subscribe(this::draw);
        } else {
            draw(Picture.LOADING);
        }
    }

    /// Shows how far the transfer of the file is.
    void showTransfer() {
        state.show(line, model.transfer(line));
    }

    /// Lets go of the picture: the tile is not shown any more.
    void leave() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        image.setImage(null);
    }

    private void draw(Picture picture) {
        var isDrawn = picture instanceof Picture.Drawn;
        icon.setVisible(!isDrawn);
        image.setImage(picture instanceof Picture.Drawn(var drawn) ? drawn : null);
    }
}
