package tidemark.ui.base;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import tidemark.library.records.ProjectId;

/// A factory of menus that move projects into a collection.
public interface MoveMenus {
    /// A menu that moves the projects of `chosen`, which is asked when an item is selected.
    Menu of(Supplier<List<ProjectId>> chosen);
}
