package tidemark.ui.sidebar;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.Collection;
import tidemark.library.records.Label;
import tidemark.ui.list.ListSource;

/// An item of the sidebar, shown in one line.
sealed interface SidebarItem {
    /// A fixed shelf, such as all projects or the trash.
    record Shelf(Feather icon, String title, int count, ListSource source) implements SidebarItem {}

    /// A heading over the lines below it.
    record Heading(String title, boolean canAdd) implements SidebarItem {}

    /// A collection.
    record Folder(Collection collection, int count, ListSource source) implements SidebarItem {}

    /// A label.
    record Tag(Label label, int count, ListSource source) implements SidebarItem {}

    /// The identity of the item, which stays while its name and number change.
    default Object key() {
        return switch (this) {
            case Shelf(var _, var title, var _, var _) -> title;
            case Heading(var title, var _) -> title;
            case Folder(var collection, var _, var _) -> collection.id();
            case Tag(var label, var _, var _) -> label.id();
        };
    }

    /// The list's source when the item is selected.
    default Optional<ListSource> target() {
        return switch (this) {
            case Shelf(var _, var _, var _, var source) -> Optional.of(source);
            case Folder(var _, var _, var source) -> Optional.of(source);
            case Tag(var _, var _, var source) -> Optional.of(source);
            case Heading _ -> Optional.empty();
        };
    }
}
