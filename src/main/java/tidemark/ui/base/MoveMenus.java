package tidemark.ui.base;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import tidemark.library.ProjectId;

/// Makes menus that put projects into a collection.
public interface MoveMenus {
    /// A menu that moves the projects that `chosen` names when an item is chosen.
    Menu of(Supplier<List<ProjectId>> chosen);
}
