package tidemark.ui.sidebar;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Collection;
import tidemark.library.Label;
import tidemark.ui.list.Place;

/// A line of the sidebar.
sealed interface Item {
    /// A fixed place.
    record Shelf(Feather icon, String title, int count, Place place) implements Item {}

    /// A heading over the lines below it.
    record Heading(String title, boolean canAdd) implements Item {}

    /// A collection.
    record Folder(Collection collection, int count, Place place) implements Item {}

    /// A label.
    record Tag(Label label, int count, Place place) implements Item {}

    /// What the line is about: it stays the same line while its name and number change.
    default Object key() {
        return switch (this) {
            case Shelf(var _, var title, var _, var _) -> title;
            case Heading(var title, var _) -> title;
            case Folder(var collection, var _, var _) -> collection.id();
            case Tag(var label, var _, var _) -> label.id();
        };
    }

    /// What the list shows when the line is chosen.
    default Optional<Place> target() {
        return switch (this) {
            case Shelf(var _, var _, var _, var place) -> Optional.of(place);
            case Folder(var _, var _, var place) -> Optional.of(place);
            case Tag(var _, var _, var place) -> Optional.of(place);
            case Heading _ -> Optional.empty();
        };
    }
}
