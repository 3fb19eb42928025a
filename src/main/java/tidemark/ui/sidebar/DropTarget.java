package tidemark.ui.sidebar;

import java.util.List;
import java.util.Optional;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.records.CollectionId;
import tidemark.library.records.ProjectId;
import tidemark.ui.list.ListSource;

/// An item of the sidebar as the target of a drop: it does what its name says, or nothing.
///
/// @param item empty below the last item
record DropTarget(SidebarModel model, Optional<SidebarItem> item) {
    /// The action for projects that are dropped here; empty where they cannot be.
    Optional<Runnable> projects(List<ProjectId> projects) {
        return item.flatMap(target -> switch (target) {
            case SidebarItem.Folder(var collection, var _, var _) ->
                Optional.of(() -> model.put(projects, Optional.of(collection.id())));
            case SidebarItem.Tag(var label, var _, var _) -> Optional.of(() -> model.attach(projects, label));
            case SidebarItem.Shelf(var _, var _, var _, ListSource.Trash()) -> Optional.of(() -> model.trash(projects));
            case SidebarItem.Shelf(var _, var _, var _, ListSource.Shelf(Shelf.Starred(), var _)) ->
                Optional.of(() -> model.star(projects));
            case SidebarItem.Shelf _, SidebarItem.Heading _ -> Optional.empty();
        });
    }

    /// The action for a collection that is dropped here: into another that is not inside it, to the top by the heading,
    /// or into the trash.
    Optional<Runnable> collection(CollectionId moved) {
        return item.flatMap(target -> switch (target) {
            case SidebarItem.Folder(var into, var _, var _)
            when !model.isInside(into.id(), moved) -> Optional.of(() -> model.nest(moved, Optional.of(into.id())));
            case SidebarItem.Heading(var _, var canAdd)
            when canAdd -> Optional.of(() -> model.nest(moved, Optional.empty()));
            case SidebarItem.Shelf(var _, var _, var _, ListSource.Trash()) -> Optional.of(() -> model.trash(moved));
            case SidebarItem.Folder _, SidebarItem.Tag _, SidebarItem.Shelf _, SidebarItem.Heading _ ->
                Optional.empty();
        });
    }
}
