package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.ui.base.Icons;

/// The head of the list: its title, its length, the sort menu and the buttons.
final class ListHead extends HBox {
    /// The actions of the buttons on the selected entries.
    interface Actions {
        /// Restores them from the trash.
        void restore();

        /// Opens the window in which conflicts are resolved.
        void review();
    }

    /// The width below which a button stands without its words, so that the title is whole.
    private static final double NARROW = 380;

    private final ListModel model;

    /// A head of a list on this model.
    ///
    /// @param emptyTrash empties the trash, after asking the person
    ListHead(ListModel model, MultipleSelectionModel<?> selection, Actions actions, Runnable emptyTrash) {
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("list-head");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .setAll(
                        title(),
                        count(),
                        gap,
                        sortMenu(),
                        newButton(),
                        reviewButton(actions),
                        restoreButton(selection, actions),
                        emptyTrashButton(emptyTrash));
        getChildren().stream().skip(1).forEach(part -> ((Region) part).setMinWidth(Region.USE_PREF_SIZE));
    }

    /// The title. Only one that a person gave is cut short where there is little room.
    private Label title() {
        var title = new Label();
        title.getStyleClass().add("title-4");
        title.textProperty().bind(model.shown().map(ListHead::title));
        title.minWidthProperty().bind(model.shown().map(source -> isNamedByPerson(source) ? 0 : Region.USE_PREF_SIZE));
        return title;
    }

    private static boolean isNamedByPerson(ListSource source) {
        return switch (source) {
            case ListSource.Shelf(Shelf.In _, var _),
                    ListSource.Shelf(Shelf.Within _, var _),
                    ListSource.Shelf(Shelf.Labelled _, var _),
                    ListSource.Found _ -> true;
            case ListSource.Shelf _, ListSource.InConflict _, ListSource.Trash _ -> false;
        };
    }

    private static String title(ListSource source) {
        return switch (source) {
            case ListSource.Shelf(var _, var title) -> title;
            case ListSource.Found(var words) -> text("list.found", words);
            case ListSource.InConflict() -> text("sidebar.conflicts");
            case ListSource.Trash() -> text("sidebar.trash");
        };
    }

    private Label count() {
        var count = new Label();
        count.getStyleClass().addAll("text-muted", "count");
        count.textProperty().bind(model.size().map(size -> number(size.intValue())));
        return count;
    }

    /// The number of entries; with a plus where a search may have found more than are shown.
    private String number(int size) {
        if (size < 0) {
            return "";
        }
        var isCut = model.shown().get() instanceof ListSource.Found && size >= ShortLists.MAX_HITS;
        return String.format(Locale.ENGLISH, "%,d", size) + (isCut ? "+" : "");
    }

    private MenuButton sortMenu() {
        var group = new ToggleGroup();
        var menu = new MenuButton(null, Icons.icon(Feather.SLIDERS));
        menu.setId("sort");
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setTooltip(new Tooltip(text("list.sort")));
        menu.setAccessibleText(text("list.sort"));
        for (var sort : Sort.values()) {
            var item = new RadioMenuItem(text("list.sort." + sort.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            model.sort().subscribe(now -> item.setSelected(sort == now));
            item.setOnAction(_ -> model.sort().set(sort));
            menu.getItems().add(item);
        }
        showIn(menu, source -> source instanceof ListSource.Shelf);
        return menu;
    }

    private Button newButton() {
        var button = new Button(text("list.new"), Icons.icon(Feather.PLUS));
        button.setId("new-project");
        button.getStyleClass().addAll("accent", "new-button");
        button.setTooltip(new Tooltip(text("list.new.tip")));
        button.setOnAction(_ -> model.create());
        showIn(button, source -> source instanceof ListSource.Shelf || source instanceof ListSource.Found);
        return button;
    }

    private Button reviewButton(Actions actions) {
        var button = new Button(text("conflict.button.review"), Icons.icon(Feather.GIT_MERGE));
        button.setId("review");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> actions.review());
        button.disableProperty().bind(model.size().lessThan(1));
        showIn(button, source -> source instanceof ListSource.InConflict);
        return button;
    }

    private Button restoreButton(MultipleSelectionModel<?> selection, Actions actions) {
        var button = new Button(text("list.restore"), Icons.icon(Feather.CORNER_UP_LEFT));
        button.setId("restore");
        button.setOnAction(_ -> actions.restore());
        button.disableProperty().bind(Bindings.isEmpty(selection.getSelectedIndices()));
        showIn(button, source -> source instanceof ListSource.Trash);
        return button;
    }

    private Button emptyTrashButton(Runnable emptyTrash) {
        var button = new Button(text("trash.empty"), Icons.icon(Feather.TRASH_2));
        button.setTooltip(new Tooltip(text("trash.empty")));
        button.contentDisplayProperty()
                .bind(widthProperty()
                        .map(width ->
                                width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        button.setId("empty-trash");
        button.getStyleClass().addAll("danger", "button-outlined");
        button.setOnAction(_ -> emptyTrash.run());
        button.disableProperty().bind(model.size().lessThan(1));
        showIn(button, source -> source instanceof ListSource.Trash);
        return button;
    }

    private void showIn(Region control, Predicate<ListSource> where) {
        control.visibleProperty().bind(model.shown().map(where::test));
        control.managedProperty().bind(control.visibleProperty());
    }
}
