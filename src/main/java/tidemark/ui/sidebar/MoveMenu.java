package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Icons;

/// A menu that moves projects into a collection: all collections, indented as they are nested.
public final class MoveMenu extends Menu {
    private static final String STEP = "    ";

    private final SidebarModel model;
    private final Supplier<List<ProjectId>> chosen;

    /// A menu that follows the model's collections.
    ///
    /// @param chosen the projects to move, asked when an item is selected
    public MoveMenu(SidebarModel model, Supplier<List<ProjectId>> chosen) {
        super(text("move.menu"), Icons.icon(Feather.FOLDER));
        this.model = model;
        this.chosen = chosen;
        model.content().subscribe(content -> fill(content.collections()));
    }

    private void fill(List<Collection> collections) {
        var items = new ArrayList<MenuItem>();
        items.add(item(text("move.none"), Optional.empty()));
        if (!collections.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        add(items, collections, Optional.empty(), "");
        getItems().setAll(items);
    }

    private void add(List<MenuItem> items, List<Collection> all, Optional<CollectionId> parent, String indent) {
        for (var collection : all) {
            if (collection.parent().equals(parent)) {
                items.add(item(indent + collection.details().name(), Optional.of(collection.id())));
                add(items, all, Optional.of(collection.id()), indent + STEP);
            }
        }
    }

    private MenuItem item(String name, Optional<CollectionId> into) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.put(chosen.get(), into));
        return item;
    }
}
