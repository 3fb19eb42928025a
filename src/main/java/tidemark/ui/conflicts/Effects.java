package tidemark.ui.conflicts;

import java.util.List;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.Conflict;
import tidemark.library.Conflicts;

/// The effects that each choice would have on a conflict.
///
/// @param theirs that of the version beside mine
/// @param both that of keeping all
record Effects(Effect mine, Effect theirs, Effect both) {
    static final Effects NONE = new Effects(new Effect.Stays(), new Effect.Stays(), new Effect.Stays());

    /// Reads them; waits for the database.
    ///
    /// @param take the choice of the version beside mine
    static Effects read(Conflicts conflicts, Conflict conflict, Choice take) {
        return new Effects(
                effect(conflicts, conflict, new Choice.Mine()),
                effect(conflicts, conflict, take),
                effect(conflicts, conflict, new Choice.Both()));
    }

    private static Effect effect(Conflicts conflicts, Conflict conflict, Choice choice) {
        return conflicts.preview(List.of(conflict), choice).getFirst().effect();
    }
}
