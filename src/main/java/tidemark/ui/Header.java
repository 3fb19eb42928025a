package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Delay;
import tidemark.ui.base.Icons;
import tidemark.ui.list.ListModel;
import tidemark.ui.list.ListSource;

/// The tool bar above the panes: the search, and the buttons for the sidebar, the theme and the settings.
final class Header extends HBox {
    /// The actions of its buttons and its menu.
    interface Actions extends MainMenu.Actions {
        /// Shows or hides the sidebar.
        void toggleSidebar();

        /// Changes between light and dark.
        void switchTheme();

        /// Opens the settings.
        void openSettings();
    }

    private static final Duration TYPING = Duration.ofMillis(180);

    private final ListModel list;
    private final TextField search = new TextField();
    private final Button theme = Icons.button(Feather.MOON, text("header.theme"));
    private final Delay typing = Delay.of(TYPING);
    private ListSource sourceBefore;
    private Runnable toHits = () -> {};

    Header(ListModel list, List<Button> undo, Actions actions) {
        this.list = list;
        this.sourceBefore = list.source().get();
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .setAll(
                        button("sidebar-toggle", Feather.SIDEBAR, text("header.sidebar"), actions::toggleSidebar),
                        brand(),
                        gap,
                        undoBox(undo),
                        searchBox(),
                        themeButton(actions::switchTheme),
                        button("settings", Feather.SETTINGS, text("header.settings"), actions::openSettings),
                        new MainMenu(actions));
        list.source().subscribe(this::sourceChosen);
    }

    private static HBox undoBox(List<Button> buttons) {
        var box = new HBox(buttons.toArray(Button[]::new));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Label brand() {
        var brand = new Label(text("app.name"), Icons.icon(Feather.ANCHOR));
        brand.getStyleClass().add("brand");
        return brand;
    }

    private HBox searchBox() {
        search.setId("search");
        search.setPromptText(text("search.prompt"));
        search.setAccessibleText(text("search.name"));
        search.textProperty().subscribe(() -> typing.restart(this::search));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                leaveSearch();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                typing.cancel();
                search();
                toHits.run();
                event.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        var box = new HBox(Icons.icon(Feather.SEARCH), search);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("search-box");
        return box;
    }

    private void search() {
        var words = search.getText().strip();
        if (words.isEmpty()) {
            leaveSearch();
        } else {
            list.source().set(new ListSource.Found(words));
        }
    }

    /// Sets the way from the search to its first hit.
    void onLeave(Runnable action) {
        toHits = action;
    }

    /// Shows again what was shown before the search.
    void leaveSearch() {
        if (list.source().get() instanceof ListSource.Found) {
            list.source().set(sourceBefore);
        }
    }

    private void sourceChosen(ListSource source) {
        if (!(source instanceof ListSource.Found)) {
            sourceBefore = source;
            typing.cancel();
            if (!search.getText().isEmpty()) {
                search.clear();
                typing.cancel();
            }
        }
    }

    /// Moves the keyboard focus to the search.
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Button themeButton(Runnable switchTheme) {
        theme.setId("theme");
        theme.setOnAction(_ -> switchTheme.run());
        return theme;
    }

    /// Shows on the theme button the icon of the theme that a click would bring.
    void show(Theme current) {
        theme.setGraphic(Icons.icon(current.isDark() ? Feather.SUN : Feather.MOON));
    }

    private static Button button(String id, Feather icon, String name, Runnable action) {
        var button = Icons.button(icon, name);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
