package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;

/// The menu of what concerns the library or the program as a whole.
final class MainMenu extends MenuButton {
    /// The actions of its items.
    interface Actions {
        /// Imports a folder that the person chooses.
        void importFolder();

        /// Imports a file that the person chooses.
        void importFile();

        /// Shows the overview of keys.
        void showKeys();
    }

    MainMenu(Actions actions) {
        super(null, Icons.icon(Feather.MENU));
        setId("menu");
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setTooltip(new Tooltip(text("menu.name")));
        setAccessibleText(text("menu.name"));
        getItems()
                .setAll(
                        item("menu.import.folder", Feather.FOLDER_PLUS, actions::importFolder),
                        item("menu.import.file", Feather.FILE_PLUS, actions::importFile),
                        new SeparatorMenuItem(),
                        item("menu.keys", Feather.COMMAND, actions::showKeys));
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(text(key), Icons.icon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
