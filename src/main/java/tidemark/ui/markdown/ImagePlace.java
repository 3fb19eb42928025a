package tidemark.ui.markdown;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Picture;

/// An image in a text: a place with its words until it can be drawn, then the picture, no wider than the text.
final class ImagePlace extends StackPane {
    private static final double LEAST_WIDTH = 16;

    private final TextFlow flow;
    private final String words;
    private final Label label;

    /// @param flow the text around it
    /// @param words its own words, or the name of its file
    ImagePlace(TextFlow flow, String words, String destination) {
        this.flow = flow;
        this.words = words;
        label = new Label(words, Icons.icon(Feather.IMAGE));
        label.getStyleClass().add("image-place");
        setAccessibleText(text("markdown.image", words));
        Tooltip.install(label, new Tooltip(destination));
        getChildren().setAll(label);
    }

    /// Shows this picture for as long as the text is on show.
    void show(Optional<ObservableValue<Picture>> picture) {
        picture.ifPresentOrElse(
                known -> known.when(sceneProperty().isNotNull()).subscribe(this::draw),
                () -> draw(new Picture.Absent(text("markdown.image.elsewhere"))));
    }

    private void draw(Picture picture) {
        switch (picture) {
            case Picture.Drawn(var image) -> getChildren().setAll(view(image));
            case Picture.Absent(var why) -> {
                label.setText(text("markdown.image.absent", words, why));
                getChildren().setAll(label);
            }
            case Picture.Away(var why, var fetch) -> {
                label.setText(text("markdown.image.absent", words, why));
                getChildren().setAll(new HBox(label, button(fetch)));
            }
            case Picture.Loading() -> {
                label.setText(words);
                getChildren().setAll(label);
            }
        }
    }

    private Button button(Runnable fetch) {
        var button = new Button(text("markdown.image.fetch"));
        button.getStyleClass().addAll("flat", "small", "image-fetch");
        button.setAccessibleText(text("markdown.image.fetch.spoken", words));
        button.setOnAction(_ -> fetch.run());
        return button;
    }

    private ImageView view(Image image) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(image.getWidth(), Math.max(LEAST_WIDTH, flow.getWidth())),
                        flow.widthProperty()));
        return view;
    }
}
