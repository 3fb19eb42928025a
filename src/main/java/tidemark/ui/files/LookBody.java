package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Picture;
import tidemark.ui.base.Services;
import tidemark.ui.markdown.MarkdownView;

/// The inside of a file: a picture, a text, or Markdown as it is read.
///
/// A PDF is left to the system's program: the library that would draw one (PDFBox) weighs 4 MB of the 80 that the
/// program may weigh, draws by AWT's text, which nothing else here loads, and every system has a better reader.
final class LookBody extends StackPane {
    private static final int MOST_BYTES = 1 << 18;

    private final Services services;
    private final Pictures pictures;
    private Optional<FileLine> shown = Optional.empty();
    private Subscription subscription = Subscription.EMPTY;

    LookBody(Services services, Pictures pictures) {
        this.services = services;
        this.pictures = pictures;
        setId("look");
        getStyleClass().add("look");
        setMinSize(0, 0);
    }

    /// The file on show.
    Optional<FileLine> shown() {
        return shown;
    }

    /// Shows nothing any more.
    void leave() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        shown = Optional.empty();
        getChildren().clear();
    }

    void show(FileLine line) {
        leave();
        shown = Optional.of(line);
        var type = line.file().details().mediaType();
        if (Pictures.isPicture(line.file())) {
            subscription = pictures.of(line, Bound.WHOLE).subscribe(this::draw);
        } else if (!line.isHere()) {
            nothing(FileWords.away(line.state()));
        } else if (isText(type)) {
            read(line, type.equals("text/markdown"));
        } else {
            nothing(text("look.none"));
        }
    }

    private static boolean isText(String type) {
        var known = type.toLowerCase(Locale.ROOT);
        return known.startsWith("text/") || known.endsWith("/json") || known.endsWith("xml");
    }

    private void draw(Picture picture) {
        switch (picture) {
            case Picture.Drawn(var image) -> getChildren().setAll(view(image));
            case Picture.Absent(var why) -> nothing(why);
            case Picture.Away(var why, var _) -> nothing(why);
            case Picture.Loading() -> getChildren().clear();
        }
    }

    /// The image as large as there is room for, but not larger than it is.
    private Node view(Image image) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(widthProperty().map(room -> Math.min(room.doubleValue(), image.getWidth())));
        view.fitHeightProperty().bind(heightProperty().map(room -> Math.min(room.doubleValue(), image.getHeight())));
        return view;
    }

    /// The beginning of a text, and whether there is more.
    private record Beginning(String text, boolean isCut) {}

    private void read(FileLine line, boolean isMarkdown) {
        services.background().run(() -> beginning(line)).then(read -> {
            if (shown.equals(Optional.of(line))) {
                read.ifPresentOrElse(
                        begun -> getChildren().setAll(words(begun, isMarkdown)),
                        () -> nothing(text("files.picture.away")));
            }
        });
    }

    private Optional<Beginning> beginning(FileLine line) throws IOException {
        var content = services.files().read(line.file());
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (var in = content.get()) {
            var bytes = in.readNBytes(MOST_BYTES);
            return Optional.of(new Beginning(new String(bytes, StandardCharsets.UTF_8), in.read() >= 0));
        }
    }

    private static Node words(Beginning beginning, boolean isMarkdown) {
        var part = isMarkdown ? markdown(beginning.text()) : plain(beginning.text());
        VBox.setVgrow(part, Priority.ALWAYS);
        var box = new VBox(part);
        if (beginning.isCut()) {
            var cut = new Label(text("look.cut"), Icons.icon(Feather.SCISSORS));
            cut.getStyleClass().add("look-cut");
            box.getChildren().add(cut);
        }
        return box;
    }

    private static Node markdown(String text) {
        var view = new MarkdownView(_ -> {});
        view.show(text);
        return view;
    }

    private static Node plain(String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("look-text");
        return area;
    }

    private void nothing(String why) {
        var icon = Icons.icon(shown.map(FileWords::icon).orElse(Feather.FILE));
        icon.getStyleClass().add("empty-icon");
        var words = new Label(why);
        words.getStyleClass().add("text-muted");
        var box = new VBox(icon, words);
        box.getStyleClass().add("empty-state");
        getChildren().setAll(box);
    }
}
