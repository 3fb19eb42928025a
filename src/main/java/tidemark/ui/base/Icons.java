package tidemark.ui.base;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and buttons that show nothing but an icon.
public final class Icons {
    private static final int LARGE = 28;

    private static final List<Integer> PROGRAM = List.of(32, 64, 256);

    private Icons() {}

    /// The program's own icon, in the sizes that desktops ask a window for.
    public static List<Image> program() {
        return PROGRAM.stream()
                .map(size -> "/tidemark/ui/icons/tidemark-" + size + ".png")
                .map(name -> new Image(
                        Objects.requireNonNull(Icons.class.getResource(name)).toExternalForm()))
                .toList();
    }

    /// An icon whose colour follows from the style sheet.
    public static FontIcon icon(Feather glyph) {
        var icon = new FontIcon(glyph);
        icon.setFocusTraversable(false);
        return icon;
    }

    /// A large icon for the head of a dialog.
    ///
    /// @param style the style class of its colour: danger, warning, accent
    public static FontIcon large(Feather glyph, String style) {
        var icon = icon(glyph);
        icon.setIconSize(LARGE);
        icon.getStyleClass().addAll("large-icon", style);
        return icon;
    }

    /// A flat button with only an icon; `words` are its tooltip and its name for screen readers.
    public static Button button(Feather glyph, String words) {
        var button = new Button(null, icon(glyph));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /// A flat toggle with only an icon; `words` are its tooltip and its name for screen readers.
    public static ToggleButton toggle(Feather glyph, String words) {
        var toggle = new ToggleButton(null, icon(glyph));
        toggle.getStyleClass().addAll("flat", "button-icon");
        toggle.setTooltip(new Tooltip(words));
        toggle.setAccessibleText(words);
        return toggle;
    }
}
