package tidemark.fleet;

import java.util.List;
import tidemark.remote.RemoteStore;

/// A defect that is put into all devices of a fleet, to see that the fleet finds it. The program itself is as it is:
/// its tables get other triggers, its line is bent, or something careless is done to it.
interface Defect {
    /// The program as it is.
    Defect NONE = new Defect() {};

    /// Statements that are run in each library when it is made.
    default List<String> statements() {
        return List.of();
    }

    /// The line that the member's engine gets.
    default RemoteStore line(RemoteStore line, Member member) {
        return line;
    }

    /// Before each round of sync.
    default void beforeRound(Member member) {}

    /// After each round, however it ended, unless the process died.
    default void afterRound(Member member) {}

    /// After the program has started again.
    default void afterStart(Member member) {}

    /// After each thing that the person did.
    default void afterAct(Member member) {}

    /// Whether a window writes back what it read a while ago.
    default boolean savesBlindly() {
        return false;
    }
}
